/** A change in words: for the history of an indicator, for undoing, and for where somebody stopped. */
import type { TFunction } from 'i18next';
import type { Answer } from '../../criteria/answers.ts';
import type { Change } from '../../criteria/change.ts';
import { type EvidenceItem, evidenceKey } from '../../criteria/evidence.ts';
import { hasIndicator } from '../../criteria/lookup.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { checkText, localised, lowerFirst, numberText } from '../wording.ts';

/**
 * "Số trẻ em được khám: 1.204 → 1.240", "Chỉ tiêu 1.1: chưa trả lời → có"; no full stop. `named` says how a piece of
 * evidence is called.
 */
export function changeText(
  t: TFunction,
  set: CriteriaSet,
  change: Change,
  named: (name: string) => string = (name) => name,
): string {
  switch (change.kind) {
    case 'answer':
      return answerChangeText(t, set, change);
    case 'note':
      return t(change.to === '' ? 'history.noteRemoved' : 'history.note', { id: change.of });
    case 'evidence':
      return t('history.evidence', { id: change.of, what: evidenceChangeText(t, change, named) });
    case 'unconfirmed': {
      const brought = change.to ?? change.from;
      const what = askedText(t, set, change.of);
      if (brought === null) return what;
      return t(change.to === null ? 'history.unconfirmedRemoved' : 'history.unconfirmed', {
        what,
        value: valueText(brought.value),
        year: brought.year,
      });
    }
  }
}

function answerChangeText(
  t: TFunction,
  set: CriteriaSet,
  { of, from, to }: Extract<Change, { kind: 'answer' }>,
): string {
  const what = askedText(t, set, of);
  // Undone was only a text that was never an answer.
  if (from === to) return t('history.refusedGone', { what, value: givenText(t, to) });
  return t('history.answer', { what, from: givenText(t, from), to: givenText(t, to) });
}

/** What was asked: the figure by its label, the check by its number; the id of what the set does not ask. */
function askedText(t: TFunction, set: CriteriaSet, id: string): string {
  const fact = set.facts.find((candidate) => candidate.id === id);
  if (fact !== undefined) return localised(fact.label);
  return t(hasIndicator(set, id) ? 'history.check' : 'history.unknown', { id });
}

function givenText(t: TFunction, answer: Answer | null): string {
  return answer === null ? t('history.unanswered') : valueText(answer);
}

function valueText(answer: Answer): string {
  return typeof answer === 'boolean' ? lowerFirst(checkText(answer)) : numberText(answer);
}

function evidenceChangeText(
  t: TFunction,
  { from, to }: Extract<Change, { kind: 'evidence' }>,
  named: (name: string) => string,
): string {
  const names = (items: readonly EvidenceItem[]) => items.map(nameOf).map(named).join(', ');
  const added = names(without(to, from));
  const removed = names(without(from, to));
  const parts = [
    ...(added === '' ? [] : [t('history.evidenceAdded', { names: added })]),
    ...(removed === '' ? [] : [t('history.evidenceRemoved', { names: removed })]),
  ];
  return parts.length === 0 ? t('history.evidenceMoved') : parts.join('; ');
}

function without(items: readonly EvidenceItem[], others: readonly EvidenceItem[]): readonly EvidenceItem[] {
  const known = new Set(others.map(evidenceKey));
  return items.filter((item) => !known.has(evidenceKey(item)));
}

function nameOf(item: EvidenceItem): string {
  return item.kind === 'file' ? item.name : item.text;
}
