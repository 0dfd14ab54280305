/** What other rules would do to the assessments of this machine, in words. */
import type { TFunction } from 'i18next';
import type { Effect, ImpactLine } from '../../../criteria/rules/impact.ts';
import { numberText } from '../../wording.ts';

const told = ['flips', 'gains', 'loses', 'impossible'] as const satisfies readonly Effect[];

/** "2 phiếu đổi kết luận, 3 phiếu được thêm điểm, 1 phiếu mất điểm". */
export function impactText(t: TFunction, lines: readonly ImpactLine[]): string {
  const counts = told.flatMap((effect) => {
    const count = lines.filter((line) => line.effect === effect).length;
    return count === 0 ? [] : [t(`correcting.impact.count.${effect}`, { count, n: numberText(count) })];
  });
  if (counts.length > 0) return counts.join(', ');
  return lines.length === 0 ? t('correcting.impact.none') : t('correcting.impact.same');
}

/** Those that would change at all, as they come: those whose verdict flips first. */
export function affected(lines: readonly ImpactLine[]): readonly ImpactLine[] {
  return told.flatMap((effect) => lines.filter((line) => line.effect === effect));
}
