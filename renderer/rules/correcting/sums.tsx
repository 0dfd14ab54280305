import { useTranslation } from 'react-i18next';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { numberText } from '../../wording.ts';
import classes from './correcting.module.css';

interface SumsProps {
  readonly set: CriteriaSet;
  /** The criterion whose indicators are added up as well; null on a page of the whole set. */
  readonly criterion: string | null;
}

/** What the points add up to beside what they should. */
export function Sums({ set, criterion }: SumsProps) {
  const { t } = useTranslation();
  const found = set.criteria.find(({ id }) => id === criterion);
  return (
    <p className={classes.sums}>
      {found !== undefined && (
        <Sum
          text={(sum, max) => t('correcting.sums.criterion', { id: found.id, sum, max })}
          sum={sumOf(found.indicators.map(({ points }) => points))}
          max={found.max}
        />
      )}
      <Sum
        text={(sum, max) => t('correcting.sums.set', { sum, max })}
        sum={sumOf(set.criteria.map(({ max }) => max))}
        max={set.max}
      />
    </p>
  );
}

export function sumOf(points: readonly number[]): number {
  return points.reduce((total, one) => total + one, 0);
}

interface SumProps {
  readonly text: (sum: string, max: string) => string;
  readonly sum: number;
  readonly max: number;
}

export function Sum({ text, sum, max }: SumProps) {
  return (
    <span className={classes.sum} data-right={sum === max}>
      {sum === max ? '✓' : '✗'} {text(numberText(sum), numberText(max))}
    </span>
  );
}
