import type { TFunction } from 'i18next';
import { factOf } from '../../criteria/lookup.ts';
import type { Doubt } from '../../criteria/plausibility.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { localised, numberText } from '../wording.ts';

/** What looks unusual, as a sentence. */
export function doubtText(t: TFunction, set: CriteriaSet, doubt: Doubt): string {
  switch (doubt.code) {
    case 'rewarded_zero':
      return t('doubts.rewardedZero', { label: localised(factOf(set, doubt.fact).label) });
    case 'jump':
      return t('doubts.jump', {
        label: localised(factOf(set, doubt.fact).label),
        now: numberText(doubt.now),
        before: numberText(doubt.then),
        year: doubt.year,
      });
    case 'all_hundred':
      return t('doubts.allHundred');
  }
}
