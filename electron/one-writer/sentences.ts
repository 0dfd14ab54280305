/** What a person is told about another program on the same data folder; a sentence each, with its full stop. */
import { fileFailure } from '../store/file-failure.ts';
import type { Doubtful } from './examine-lock.ts';
import type { LockRecord } from './lock-record.ts';

const programNames = {
  electron: 'ứng dụng trên máy tính',
  browser: 'bản mở bằng trình duyệt',
} as const satisfies Record<LockRecord['program'], string>;

const localTime = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const localDay = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' });

/** In the time zone of this machine. */
function since({ started }: LockRecord): string {
  const instant = new Date(started);
  return `từ ${localTime.format(instant)} ngày ${localDay.format(instant)}`;
}

function who(holder: LockRecord): string {
  return `${programNames[holder.program]}, tiến trình ${holder.pid}`;
}

export function tookOverSentence(holder: LockRecord | 'damaged'): string {
  return holder === 'damaged'
    ? 'Tệp khóa của lần chạy trước bị hỏng (thường do mất điện) và đã được thay.'
    : `Lần chạy trước (${who(holder)}, ${since(holder)}) không được đóng bình thường; khóa cũ của nó trên thư mục dữ liệu đã được thay.`;
}

/** Where the program runs that was started first. `origin`: of the browser host, without anything that lets one in. */
export function elsewhereSentence(holder: LockRecord, origin?: string): string {
  const place = origin === undefined ? '' : `, tại ${origin}`;
  return `Chương trình đang chạy rồi trên thư mục dữ liệu này: ${who(holder)}, ${since(holder)}${place}.`;
}

/** What the program that was started first has done about it. */
export function shownSentence({ program }: LockRecord): string {
  return program === 'electron'
    ? 'Cửa sổ của nó đã được đưa lên trước.'
    : 'Địa chỉ để mở vừa được in trong cửa sổ dòng lệnh của nó.';
}

export function doubtfulSentence({ holder, why }: Doubtful): string {
  return why === 'other machine'
    ? `Thư mục dữ liệu này đang được máy “${holder.host}” giữ (${who(holder)}, ${since(holder)}), và từ máy này không biết được chương trình ở máy đó còn chạy hay không. Hãy đóng chương trình ở máy đó rồi mở lại ở đây.`
    : `Chương trình đang giữ thư mục dữ liệu này (${who(holder)}, ${since(holder)}) không trả lời. Hãy chờ một lát rồi mở lại, hoặc kết thúc tiến trình đó.`;
}

export function notTakenSentence(error: unknown): string {
  return `Chưa khóa được thư mục dữ liệu, chương trình sẽ thử lại khi lưu. ${fileFailure(error)}.`;
}
