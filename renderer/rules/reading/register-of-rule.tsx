import { useTranslation } from 'react-i18next';
import { dateText, dateTimeText } from '../../frame/time.ts';
import classes from './reading.module.css';
import { useReading } from './reading-context.ts';

/** What was ever noted of a rule, where that is more than its last confirmation. */
export function RegisterOfRule({ rule }: { readonly rule: string }) {
  const { t } = useTranslation();
  const { published } = useReading().opened;
  const entries = published.register.filter((entry) => entry.rule === rule);
  if (entries.length === 0 || (entries.length === 1 && entries[0]?.kind === 'confirmed')) return null;
  return (
    <details className={classes.register}>
      <summary>{t('rules.register', { n: entries.length })}</summary>
      <ol>
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.kind}`}>
            {entry.kind === 'confirmed'
              ? t('rules.entryConfirmed', {
                  at: dateTimeText(entry.at),
                  by: entry.by,
                  on: dateText(entry.on),
                  place: entry.in,
                })
              : t('rules.entryWithdrawn', {
                  at: dateTimeText(entry.at),
                  by: entry.by ?? t('rules.nobody'),
                  reason: entry.reason,
                })}
          </li>
        ))}
      </ol>
    </details>
  );
}
