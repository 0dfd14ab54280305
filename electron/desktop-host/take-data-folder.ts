/** Before the data folder is opened: is it ours? Says where the program runs already, or asks where that cannot be known. */
import { app, dialog } from 'electron';
import { logLine } from '../log/program-log.ts';
import { type OneWriter, startAsOneWriter } from '../one-writer/one-writer.ts';
import { doubtfulSentence } from '../one-writer/sentences.ts';
import { answerSecondStart } from './second-start.ts';

const quit = 0;
const openHere = 1;

/** Undefined when this start gives way; the person then knows why. */
export async function takeDataFolder(dataFolder: string): Promise<OneWriter | undefined> {
  const take = (takeOver: boolean) =>
    startAsOneWriter({
      dataFolder,
      program: 'electron',
      takeOver,
      secondStart: answerSecondStart,
      log: logLine,
    });
  let start = await take(false);
  if (start.kind === 'doubtful' && askWhetherToOpen(doubtfulSentence(start)) === openHere)
    start = await take(true);
  if (start.kind === 'first') return start;
  if (start.kind === 'elsewhere') await sayWhere(start.sentences);
  return undefined;
}

async function sayWhere([message = '', ...detail]: readonly string[]): Promise<void> {
  await dialog.showMessageBox({
    type: 'info',
    title: app.getName(),
    message,
    detail: detail.join(' '),
    buttons: ['Đóng'],
    noLink: true,
  });
}

function askWhetherToOpen(message: string): number {
  return dialog.showMessageBoxSync({
    type: 'warning',
    title: 'Thư mục dữ liệu đang có người giữ',
    message,
    detail:
      'Nếu chắc chắn chương trình đó không còn chạy thì mở ở đây được. Nếu nó còn chạy, nó sẽ thôi ghi vào thư mục này.',
    buttons: ['Thoát', 'Vẫn mở ở đây'],
    defaultId: quit,
    cancelId: quit,
    noLink: true,
  });
}
