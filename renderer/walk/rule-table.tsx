import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RatioIndicator } from '../../criteria/schema.ts';
import { type BandTable, bandsFor, type MatchedBand } from '../../criteria/score.ts';
import { ProvisionalMark } from '../frame/marks.tsx';
import { useSessionState } from '../session/use-session.ts';
import { bandText, ruleLines } from '../wording.ts';
import classes from './criterion.module.css';

interface RuleTableProps {
  readonly indicator: RatioIndicator;
  readonly unitClass: string;
  /** Where the criterion stands in the set. */
  readonly place: number;
  /** Where the indicator stands in its criterion. */
  readonly position: number;
}

/** The whole rule of a ratio for the class of this unit, with the line that counts now. */
export function RuleTable({ indicator, unitClass, place, position }: RuleTableProps) {
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
  const current = useSessionState(({ copy }) => {
    const score = copy.scorecard.criteria[place]?.indicators[position];
    if (score?.state !== 'scored' || score.explanation.kind !== 'ratio') return -1;
    return lineOf(table, score.explanation.band);
  });
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
        {lines.map((line, index) => (
          <RuleLine key={line.condition} {...line} current={index === current} />
        ))}
      </tbody>
    </table>
  );
}

interface RuleLineProps {
  readonly condition: string;
  readonly points: number;
  readonly provisional: boolean;
  readonly current: boolean;
}

const RuleLine = memo(function RuleLine({ condition, points, provisional, current }: RuleLineProps) {
  const { t } = useTranslation();
  return (
    <tr aria-current={current ? 'true' : undefined}>
      <td>
        {condition} {current && <span className="visually-hidden">({t('walk.ruleCurrent')})</span>}
      </td>
      <td>
        <span className={classes.rulePoints}>{points}</span> {provisional && <ProvisionalMark />}
      </td>
    </tr>
  );
});

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
