/** Which rules a state was scored by, in words. */
import type { TFunction } from 'i18next';
import type { Finalised } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { Scorecard } from '../../criteria/score.ts';
import { localised } from '../wording.ts';

/** "Quyết định số 06/QĐ-TTg, bản 2"; with the id of a set that is not on this machine. */
export function setText(
  t: TFunction,
  { id, version }: Scorecard['criteriaSet'],
  set: CriteriaSet | undefined,
): string {
  return t('revisions.set', { set: set === undefined ? id : localised(set.legalBasis), version });
}

export function hasSameRules(
  { criteriaSet: a }: Pick<Scorecard, 'criteriaSet'>,
  { criteriaSet: b }: Pick<Scorecard, 'criteriaSet'>,
): boolean {
  return a.id === b.id && a.version === b.version;
}

interface After {
  readonly criteriaSet: Scorecard['criteriaSet'];
  readonly set: CriteriaSet;
  readonly beforeSet: CriteriaSet | undefined;
}

/** That two states were scored by different rules: by two versions of one set, or by two sets. */
export function otherRulesText(
  t: TFunction,
  { revision, scorecard }: Pick<Finalised, 'revision' | 'scorecard'>,
  { criteriaSet, set, beforeSet }: After,
): string {
  const before = scorecard.criteriaSet;
  return before.id === criteriaSet.id
    ? t('revisions.otherVersion', { revision, from: before.version, to: criteriaSet.version })
    : t('revisions.otherSet', {
        revision,
        from: setText(t, before, beforeSet),
        to: setText(t, criteriaSet, set),
      });
}
