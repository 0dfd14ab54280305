import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { exactTimeText } from '../frame/time.ts';
import { changeText } from './change-text.ts';
import classes from './history.module.css';

interface HistoryLineProps {
  readonly entry: HistoryEntry;
  /** The rules that asked for what was changed. */
  readonly set: CriteriaSet;
}

/** A change in one line, and what a note said before and after. */
export function HistoryLine({ entry: { at, by, change }, set }: HistoryLineProps) {
  const { t } = useTranslation();
  const values = { at: exactTimeText(at), change: changeText(t, set, change) };
  return (
    <li>
      {by === null ? t('history.lineOfNobody', values) : t('history.line', { ...values, by })}
      {change.kind === 'note' && (
        <details>
          <summary className={classes.summary}>{t('history.noteText')}</summary>
          <p className={classes.note}>
            {t('history.noteBefore', { text: change.from || t('history.noteEmpty') })}
          </p>
          <p className={classes.note}>
            {t('history.noteAfter', { text: change.to || t('history.noteEmpty') })}
          </p>
        </details>
      )}
    </li>
  );
}
