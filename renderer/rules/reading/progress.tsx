import { useTranslation } from 'react-i18next';
import type { RuleCount } from '../../../criteria/rules/rules.ts';
import { numberText } from '../../wording.ts';
import classes from './reading.module.css';

interface ProgressProps {
  readonly count: RuleCount;
  /** Told by a screen reader whenever it changes. */
  readonly announced?: boolean;
}

/** How much of a set somebody has read in the decision: in words, with a bar that only repeats them. */
export function Progress({ count: { confirmed, total }, announced = false }: ProgressProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.progress}>
      <p role={announced ? 'status' : undefined}>
        {t('rules.progress', { n: numberText(confirmed), total: numberText(total) })}
      </p>
      <progress aria-hidden="true" max={total} value={confirmed} />
    </div>
  );
}
