/** The history of an assessment: what changed between two of its states, when, and through whom. Pure. */
import {
  type Assessment,
  answersOf,
  evidenceOf,
  type HistoryEntry,
  type Made,
  notesOf,
} from './assessment.ts';
import type { Brought, Change } from './change.ts';
import { type EvidenceItem, evidenceKey } from './evidence.ts';

type Content = Pick<Assessment, 'answers' | 'notes' | 'evidence' | 'unconfirmed'>;

/** Every answer, note, evidence and unconfirmed figure that differs. What became an answer was confirmed by that. */
export function changesBetween(before: Content, after: Content): Change[] {
  const answers = pairs(answersOf(before), answersOf(after)).filter(({ from, to }) => from !== to);
  const answered = new Set(answers.map(({ of }) => of));
  return [
    ...answers.map(({ of, from = null, to = null }): Change => ({ kind: 'answer', of, from, to })),
    ...pairs(broughtOf(before), broughtOf(after))
      .filter(
        ({ of, from, to }) => !answered.has(of) && (from?.value !== to?.value || from?.year !== to?.year),
      )
      .map(({ of, from = null, to = null }): Change => ({ kind: 'unconfirmed', of, from, to })),
    ...pairs(notesOf(before), notesOf(after))
      .filter(({ from, to }) => from !== to)
      .map(({ of, from = '', to = '' }): Change => ({ kind: 'note', of, from, to })),
    ...pairs(evidenceOf(before), evidenceOf(after))
      .filter(({ from = [], to = [] }) => !isSame(from.map(evidenceKey), to.map(evidenceKey)))
      .map(({ of, from = [], to = [] }): Change => ({ kind: 'evidence', of, from: [...from], to: [...to] })),
  ];
}

/** One thing typed for longer than this is two changes, in milliseconds. */
const longestTyping = 10 * 60_000;

/** `after` with the changes since `before` in its history. */
export function withHistory(before: Assessment, after: Assessment, made: Made): Assessment {
  return { ...after, history: extended(before.history, changesBetween(before, after), made) };
}

/**
 * A history that goes on with changes. Typing that goes on in one place stays one change. Of evidence it tells only what
 * went (`from`) and what came (`to`), or each photo would be written down again with every one after it.
 */
export function extended(
  history: readonly HistoryEntry[],
  changes: readonly Change[],
  made: Made,
): HistoryEntry[] {
  const longer = [...history];
  for (const change of changes.map(told)) {
    const last = longer.at(-1);
    if (last === undefined || !goesOn(last, change, made)) {
      longer.push({ ...made, change });
      continue;
    }
    longer.pop();
    const whole = { ...last.change, to: change.to } as Change;
    if (!isUndone(whole)) longer.push({ ...made, change: whole });
  }
  return longer;
}

function told(change: Change): Change {
  if (change.kind !== 'evidence') return change;
  const { from, to } = change;
  return { ...change, from: without(from, to), to: without(to, from) };
}

function without(items: readonly EvidenceItem[], others: readonly EvidenceItem[]): EvidenceItem[] {
  const keys = new Set(others.map(evidenceKey));
  return items.filter((item) => !keys.has(evidenceKey(item)));
}

function goesOn(last: HistoryEntry, change: Change, { at, by }: Made): boolean {
  return (
    (change.kind === 'answer' || change.kind === 'note') &&
    last.change.kind === change.kind &&
    last.change.of === change.of &&
    last.by === by &&
    Date.parse(at) - Date.parse(last.at) <= longestTyping
  );
}

/** Typed and taken back in one go: nothing has changed. */
function isUndone({ kind, from, to }: Change): boolean {
  return (kind === 'answer' || kind === 'note') && from === to;
}

function broughtOf({ unconfirmed }: Content): Readonly<Record<string, Brought>> {
  return Object.fromEntries(Object.entries(unconfirmed).map(([id, { brought }]) => [id, brought]));
}

function pairs<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): { readonly of: string; readonly from: T | undefined; readonly to: T | undefined }[] {
  return Object.keys({ ...before, ...after }).map((of) => ({ of, from: before[of], to: after[of] }));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
