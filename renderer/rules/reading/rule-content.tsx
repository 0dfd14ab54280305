import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../criteria/rules/rules.ts';
import type { Indicator, RatioIndicator } from '../../../criteria/schema.ts';
import type { BandTable } from '../../../criteria/score.ts';
import { ProvisionalMark } from '../../frame/marks.tsx';
import { bandText, localised, numberText, ruleLines } from '../../wording.ts';
import { linesOfRule } from '../rule-lines.ts';
import { className } from '../rule-words.ts';
import classes from './reading.module.css';
import { useReading } from './reading-context.ts';

/** What a rule says, in full, to be compared with the page of the decision. */
export function RuleContent({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  const { set } = useReading().opened;
  if (rule.kind === 'indicator') {
    const found = set.criteria.flatMap(({ indicators }) => indicators).find(({ id }) => id === rule.id);
    return found === undefined ? null : <IndicatorContent indicator={found} />;
  }
  return (
    <dl className={classes.lines}>
      {linesOfRule(t, set, rule.key)
        .filter(({ key, text }) => text !== '' && !key.endsWith('.en'))
        .map(({ key, name, text }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function IndicatorContent({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const { set } = useReading().opened;
  if (indicator.kind === 'check') return <p>{t('rules.check', { n: numberText(indicator.points) })}</p>;
  const { numerator, denominator, base, better, classBands, zeroDenominator, points } = indicator;
  const label = (id: string) => {
    const fact = set.facts.find((one) => one.id === id);
    return fact === undefined ? id : localised(fact.label);
  };
  return (
    <>
      <p>
        {t('rules.ratio', { part: label(numerator), whole: label(denominator), base: numberText(base) })}{' '}
        {t(`rules.better.${better}`)} {t('rules.atMost', { n: numberText(points) })}
      </p>
      <div className={classes.tables}>
        <Bands
          indicator={indicator}
          table={indicator}
          caption={t(classBands.length === 0 ? 'rules.bands' : 'rules.bandsOfOthers')}
        />
        {classBands.map((table) => (
          <Bands
            key={table.unitClass}
            indicator={indicator}
            table={table}
            caption={t('rules.bandsOfClass', { name: className(set, table.unitClass) })}
          />
        ))}
      </div>
      <p>
        {t('rules.zeroDenominator', {
          says: bandText(indicator, { kind: 'zero_denominator', gives: zeroDenominator.gives }),
        })}{' '}
        {zeroDenominator.provenance.status === 'provisional' && <ProvisionalMark />}
      </p>
    </>
  );
}

interface BandsProps {
  readonly indicator: RatioIndicator;
  readonly table: BandTable;
  readonly caption: string;
}

function Bands({ indicator, table, caption }: BandsProps) {
  const { t } = useTranslation();
  return (
    <table className={classes.bands}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('walk.ruleCondition')}</th>
          <th scope="col">{t('walk.rulePoints')}</th>
        </tr>
      </thead>
      <tbody>
        {ruleLines(indicator, table).map(({ condition, points, provisional }) => (
          <tr key={condition}>
            <td>{condition}</td>
            <td>
              {numberText(points)} {provisional && <ProvisionalMark />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
