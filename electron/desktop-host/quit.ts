/** Every way of ending leads through here: what was accepted is finished, then the data folder is free for the next. */
import { app, dialog } from 'electron';
import { faultText } from '../log/fault-text.ts';
import { logLine } from '../log/program-log.ts';
import type { OneWriter } from '../one-writer/one-writer.ts';
import type { ClosingStep, Program } from '../program.ts';
import { Refusal } from '../refusal.ts';
import { fileFailure } from '../store/file-failure.ts';
import { givesUpWaiting } from './asking-to-wait.ts';
import { noteEnding, startAgainIfWanted } from './second-start.ts';
import { removeShownDocuments } from './show-document.ts';

/** How long ending takes before it is said what it waits for, and until that is said again, in milliseconds. */
const patience = 5_000;

type Step = 'copy' | ClosingStep | 'release';

/** What is waited for, as a sentence. */
const doing: Readonly<Record<Step, string>> = {
  copy: 'Chương trình đang chép dữ liệu trước khi dùng phiên bản mới.',
  batch: 'Chương trình đang dừng việc in: tài liệu đang in dở cần được ghi xong.',
  saves: 'Chương trình đang ghi những thay đổi cuối cùng và bản dự phòng của chúng vào ổ đĩa.',
  press: 'Chương trình đang dừng bộ phận dựng tài liệu.',
  release: 'Chương trình đang trả lại thư mục dữ liệu để lần sau mở được ngay.',
};

export function quitWhenAllIsDone(
  /** `begun` is when the program has done what it does at its start. */
  program: Pick<Program, 'close'> & { readonly begun: Promise<void> },
  writer: Pick<OneWriter, 'release'>,
  pauses: readonly [number, number] = [patience, patience],
): void {
  let ending = false;
  let step: Step = 'copy';

  /** What went wrong, if anything did. */
  async function finish(): Promise<unknown> {
    // NOTE: whoever has begun writes in the folder until it is done, also where the copy fails.
    await program.begun.catch(() => undefined);
    const closing = program.close((begun) => {
      step = begun;
    });
    const [closed] = await Promise.allSettled([closing, removeShownDocuments()]);
    step = 'release';
    await writer
      .release()
      .catch((error: unknown) => logLine(`the lock could not be given back: ${faultText(error)}`));
    return closed.status === 'rejected' ? closed.reason : undefined;
  }

  async function end(): Promise<void> {
    if (ending) return;
    ending = true;
    noteEnding();
    const ask = () => {
      logLine(`ending takes long: ${step}`);
      return question(step);
    };
    const finished = new AbortController();
    const finishing = finish().finally(() => finished.abort());
    if (await givesUpWaiting({ over: finished.signal, pauses, question: ask }))
      logLine(`left on wish, not ended in order: ${step}`);
    else await sayWhatFailed(await finishing).catch(() => undefined);
    startAgainIfWanted();
    app.exit();
  }

  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void end();
  });
  // NOTE: Electron hears some of these itself on some systems; a page with something unsaved objects all the same.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}

const question = (step: Step) => ({
  title: 'Chưa đóng xong',
  message: doing[step],
  detail:
    'Nếu dữ liệu nằm trên ổ USB hoặc ổ mạng, hãy xem ổ đó còn cắm không. Nếu thoát ngay, phần chưa ghi xong có thể mất; mọi số liệu đã báo “đã lưu” vẫn an toàn.',
  giveUp: 'Thoát ngay',
});

async function sayWhatFailed(fault: unknown): Promise<void> {
  if (fault === undefined) return;
  await dialog.showMessageBox({
    type: 'error',
    title: 'Có việc chưa làm xong khi đóng',
    message: 'Chương trình chưa làm xong hết mọi việc trước khi đóng.',
    detail: `${fault instanceof Refusal ? fault.message : fileFailure(fault)}. Mọi số liệu đã báo “đã lưu” vẫn an toàn. Lần tới mở chương trình, hãy xem phần “Sao lưu và khôi phục”.`,
    buttons: ['Đóng chương trình'],
    noLink: true,
  });
}
