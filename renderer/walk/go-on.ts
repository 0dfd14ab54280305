/** The way from field to field by Enter, in the order of the page, past notes and buttons. */

/** What is answered carries `data-answer` with its id; the way to the next criterion carries `data-onward`. */
const stops = '[data-answer]:not(:disabled), [data-onward]';

/** Whether a key press asks to go on. NOTE: an input method takes its own Enter, which must not leave the field. */
export function asksToGoOn(event: KeyboardEvent): boolean {
  const { key, ctrlKey, altKey, shiftKey, metaKey, isComposing, keyCode } = event;
  return key === 'Enter' && !isComposing && keyCode !== 229 && !(ctrlKey || altKey || shiftKey || metaKey);
}

/** Moves the focus to what is answered next after `from`, with its text selected so that typing replaces it. */
export function goOn(from: HTMLElement): void {
  const { answer } = from.dataset;
  const next = [...document.querySelectorAll<HTMLElement>(stops)].find(
    (stop) =>
      (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      (answer === undefined || stop.dataset.answer !== answer),
  );
  if (next?.dataset.answer === undefined) next?.focus();
  else focusAnswer(next.dataset.answer);
}

/** Moves the focus to the button that makes an answer of what was brought over: nothing is confirmed by going on. */
export function askToConfirm(id: string): void {
  document.querySelector<HTMLElement>(`[data-confirm="${CSS.escape(id)}"]`)?.focus();
}

/** Moves the focus to the field of an answer; of a check, to what is chosen. */
export function focusAnswer(id: string): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>(`[data-answer="${CSS.escape(id)}"]`)];
  const field = fields.find(({ type, checked }) => type === 'radio' && checked) ?? fields[0];
  field?.focus();
}
