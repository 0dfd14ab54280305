import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { Folded } from '../../frame/folded.tsx';
import { type ChangedLine, differing as differingOf } from '../changed-lines.ts';
import classes from './correcting.module.css';

interface RuleComparisonProps {
  readonly rows: readonly ChangedLine[];
  readonly base: CriteriaSet;
  readonly set: CriteriaSet;
}

/** A rule as it was and as it will be: the lines that differ, and on wish all of it. */
export function RuleComparison({ rows, base, set }: RuleComparisonProps) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const differing = differingOf(rows);
  return (
    <>
      {differing.length === 0 ? (
        <p>{t('correcting.comparisonSame')}</p>
      ) : (
        <Lines caption={t('correcting.comparisonDiffers')} rows={differing} base={base} set={set} />
      )}
      <Folded className={classes.summary} open={whole} onOpen={setWhole} summary={t('correcting.wholeRule')}>
        <Lines caption={t('correcting.wholeRule')} rows={rows} base={base} set={set} />
      </Folded>
    </>
  );
}

function Lines({ caption, rows, base, set }: RuleComparisonProps & { readonly caption: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll}>
      <table className={classes.comparison}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('correcting.was', { version: base.version })}</th>
            <th scope="col">{t('correcting.willBe', { version: set.version })}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, before, after }) => (
            <tr key={key} data-changed={before !== after}>
              <th scope="row">{name}</th>
              <td>{before ?? t('correcting.nothing')}</td>
              <td>{after ?? t('correcting.nothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
