/** Native dialogs: what they say is kept, and the person's answers are given before they are asked. */
import type * as Electron from 'electron';
import { fits, loud } from './fits.ts';

/** With the window that a dialog belongs to, or without. */
type WithOptions<O> = [Electron.BaseWindow, O] | [O];

const optionsOf = <O>(given: WithOptions<O>): O => (given.length === 2 ? given[1] : given[0]);

export class Dialogs {
  /** Questions that hold up everything until they are answered. */
  readonly questions: Electron.MessageBoxSyncOptions[] = [];
  readonly said: Electron.MessageBoxOptions[] = [];
  readonly errors: string[] = [];
  readonly openings: Electron.OpenDialogOptions[] = [];
  readonly savings: Electron.SaveDialogOptions[] = [];
  /** The index of the button that the person presses. */
  answer = 0;
  /** Nobody is there to press one: a message box stays until it is closed by its signal. */
  nobodyAnswers = false;
  /** What the person chooses to open; nothing is cancelling. */
  chosen: readonly string[] = [];
  /** Where the person saves; empty is cancelling. */
  savedAs = '';

  make() {
    const members = fits<Electron.Dialog>()({
      showMessageBoxSync: (...given: WithOptions<Electron.MessageBoxSyncOptions>) => {
        this.questions.push(optionsOf(given));
        return this.answer;
      },
      showMessageBox: async (...given: WithOptions<Electron.MessageBoxOptions>) => {
        const options = optionsOf(given);
        this.said.push(options);
        if (!this.nobodyAnswers) return { response: this.answer, checkboxChecked: false };
        const { signal, cancelId = 0 } = options;
        await new Promise((closed) => signal?.addEventListener('abort', closed, { once: true }));
        return { response: cancelId, checkboxChecked: false };
      },
      showErrorBox: (title: string, content: string) => void this.errors.push(`${title}: ${content}`),
      showOpenDialog: async (...given: WithOptions<Electron.OpenDialogOptions>) => {
        this.openings.push(optionsOf(given));
        return { canceled: this.chosen.length === 0, filePaths: [...this.chosen] };
      },
      showSaveDialog: async (...given: WithOptions<Electron.SaveDialogOptions>) => {
        this.savings.push(optionsOf(given));
        return { canceled: this.savedAs === '', filePath: this.savedAs };
      },
    });
    return loud('dialog', members);
  }
}
