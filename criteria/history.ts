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

/** One thing typed for longer than this, from its beginning, is two changes, in milliseconds. */
const longestTyping = 2 * 60_000;

/** `after` with the changes since `before` in its history. */
export function withHistory(before: Assessment, after: Assessment, made: Made): Assessment {
  return {
    ...after,
    history: extended({ history: before.history, log: after.log }, changesBetween(before, after), made),
  };
}

/**
 * A history that goes on with changes. Typing that goes on in one place stays one change, dated at its beginning; nothing
 * joins what was before the assessment was finalised, reopened, restored or imported, and nothing that was ever saved is
 * left out. Of evidence it tells only what went (`from`) and what came (`to`), or each photo would be written down again
 * with every one after it.
 */
export function extended(
  { history, log }: { readonly history: readonly HistoryEntry[] } & Pick<Assessment, 'log'>,
  changes: readonly Change[],
  made: Made,
): HistoryEntry[] {
  const longer = [...history];
  const boundary = Date.parse(log.at(-1)?.at ?? '');
  for (const change of changes.map(told)) {
    const last = longer.at(-1);
    if (last === undefined || Date.parse(last.at) <= boundary || !goesOn(last, change, made))
      longer.push({ ...made, change });
    else longer[longer.length - 1] = { ...last, change: { ...last.change, to: change.to } as Change };
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
  const passed = Date.parse(at) - Date.parse(last.at);
  return (
    (change.kind === 'answer' || change.kind === 'note') &&
    last.change.kind === change.kind &&
    last.change.of === change.of &&
    last.change.from !== change.to &&
    last.by === by &&
    passed >= 0 &&
    passed <= longestTyping
  );
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
