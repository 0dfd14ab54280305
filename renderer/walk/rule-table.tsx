import { useTranslation } from 'react-i18next';
import type { RatioIndicator } from '../../criteria/schema.ts';
import { type BandTable, bandsFor, type MatchedBand } from '../../criteria/score.ts';
import { bandText, ruleLines } from '../../criteria/wording.ts';
import { ProvisionalMark } from '../frame/marks.tsx';
import classes from './walk.module.css';

interface RuleTableProps {
  readonly indicator: RatioIndicator;
  readonly unitClass: string;
  /** Where the rate fell, once there is one. */
  readonly matched: MatchedBand | null;
}

/** The whole rule of a ratio for the class of this unit, with the line that counts now. */
export function RuleTable({ indicator, unitClass, matched }: RuleTableProps) {
  const { t } = useTranslation();
  const table = bandsFor(indicator, unitClass);
  const { gives, provenance } = indicator.zeroDenominator;
  const lines = [
    ...ruleLines(indicator, table),
    {
      condition: bandText(indicator, { kind: 'zero_denominator', gives }),
      points: gives === 'full' ? indicator.points : 0,
      provisional: provenance.status === 'provisional',
    },
  ];
  const current = matched === null ? -1 : lineOf(table, matched);
  return (
    <table className={classes.rule}>
      <caption>{t('walk.rule')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('walk.ruleCondition')}</th>
          <th scope="col">{t('walk.rulePoints')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ condition, points, provisional }, index) => (
          <tr key={condition} aria-current={index === current ? 'true' : undefined}>
            <td>
              {condition}{' '}
              {index === current && <span className="visually-hidden">({t('walk.ruleCurrent')})</span>}
            </td>
            <td>
              <span className={classes.rulePoints}>{points}</span> {provisional && <ProvisionalMark />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lineOf(table: BandTable, matched: MatchedBand): number {
  switch (matched.kind) {
    case 'band':
      return table.bands.findIndex(({ op, rate }) => op === matched.op && rate === matched.rate);
    case 'otherwise':
      return table.bands.length;
    case 'zero_denominator':
      return table.bands.length + 1;
  }
}
