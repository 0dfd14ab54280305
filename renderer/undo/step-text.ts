import type { TFunction } from 'i18next';
import type { Change } from '../../criteria/change.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { changeText } from '../history/change-text.ts';
import { numberText } from '../wording.ts';
import { saidName } from './said.ts';

/** The first changes in words, so many at most, and how many more there are; no full stop. */
export function stepText(
  t: TFunction,
  set: CriteriaSet,
  changes: readonly Change[],
  namedAtMost: number,
): string {
  const named = changes
    .slice(0, namedAtMost)
    .map((change) => changeText(t, set, change, saidName))
    .join('; ');
  const more = changes.length - namedAtMost;
  return more > 0 ? t('undo.andMore', { named, n: numberText(more) }) : named;
}
