import { useTranslation } from 'react-i18next';
import { confirmersOf } from '../../../criteria/rules/register.ts';
import { shortCode } from '../../../criteria/short-code.ts';
import type { OpenedSet } from '../../../electron/api.ts';
import { Notice } from '../../frame/notice.tsx';
import { dateText, dateTimeText } from '../../frame/time.ts';
import { localised, numberText } from '../../wording.ts';
import classes from './reading.module.css';

/** What the version is, by which it can be told from any other. */
export function SetFacts({ opened: { set, published, hash, builtIn } }: { readonly opened: OpenedSet }) {
  const { t } = useTranslation();
  const { madeAt, madeBy, basedOn } = published;
  const confirmers = confirmersOf(set);
  return (
    <>
      {set.fictional === true && (
        <Notice tone="provisional">
          <p>{t('rules.fictional')}</p>
        </Notice>
      )}
      <dl className={classes.facts}>
        <dt>{t('rules.legalBasis')}</dt>
        <dd>{localised(set.legalBasis)}</dd>
        <dt>{t('rules.validFrom')}</dt>
        <dd>{dateText(set.validFrom)}</dd>
        <dt>{t('rules.origin')}</dt>
        <dd>
          {madeAt === null
            ? t(builtIn ? 'rules.builtIn' : 'rules.takenIn')
            : t('rules.made', { by: madeBy ?? t('rules.nobody'), at: dateTimeText(madeAt) })}
          {basedOn !== null && ` ${t('rules.basedOn', { id: basedOn.id, version: basedOn.version })}`}
        </dd>
        <dt>{t('rules.hash')}</dt>
        <dd>
          <code className={classes.hash}>{shortCode(hash)}</code>
        </dd>
        <dt>{t('rules.confirmers')}</dt>
        <dd>
          {confirmers.length === 0
            ? t('rules.noConfirmers')
            : confirmers
                .map(({ by, rules, from, to }) =>
                  t(from === to ? 'rules.confirmerOnOneDay' : 'rules.confirmer', {
                    by,
                    n: numberText(rules),
                    from: dateText(from),
                    to: dateText(to),
                  }),
                )
                .join('; ')}
        </dd>
      </dl>
    </>
  );
}
