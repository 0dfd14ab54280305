import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ruleKey } from '../../../criteria/rules/rules.ts';
import type { CriteriaSet, Criterion, Indicator } from '../../../criteria/schema.ts';
import { paths } from '../../paths.ts';
import { localised } from '../../wording.ts';
import { carryReadIn, moveRow, useGeneral } from './general-draft.ts';
import { takenIds } from './new-id.ts';
import { replaced } from './ordered.ts';
import { ReadIn } from './read-in.tsx';
import { Row } from './rows.tsx';
import { Fields, SetChoice, SetId, SetLocalised, SetNumber } from './set-fields.tsx';
import { unsharedFacts, withCriteria, withoutIndicator, withPoints } from './structure.ts';

interface IndicatorRowProps {
  readonly criterion: Criterion;
  readonly indicator: Indicator;
  /** The indicators of its criterion as a place of the set. */
  readonly list: string;
  readonly place: number;
}

/** An indicator as far as it is part of the structure; how it comes to its points is a rule of its own. */
export function IndicatorRow({ criterion, indicator, list, place }: IndicatorRowProps) {
  const { t } = useTranslation();
  const draft = useGeneral();
  const { set, base } = draft;
  const path = `${list}[${place}]`;
  const rule = ruleKey('indicator', indicator.id);
  const inCriterion = (indicators: Indicator[]): CriteriaSet =>
    withCriteria(set, (one) => (one.id === criterion.id ? { ...one, indicators } : one));
  const change = (next: Indicator) => inCriterion(replaced(criterion.indicators, place, next));
  const facts = unsharedFacts(set, [indicator]);
  const removal = {
    next: () => withoutIndicator(set, indicator),
    refusal:
      criterion.indicators.length === 1 ? t('authoring.structure.lastIndicator', { id: criterion.id }) : null,
    follows:
      facts.length > 0
        ? [
            t('authoring.structure.factsGo', {
              n: facts.length,
              facts: facts.map(({ label }) => localised(label)).join('; '),
            }),
          ]
        : [],
  };
  const known = base.set.criteria.some(({ indicators }) => indicators.some(({ id }) => id === indicator.id));
  return (
    <Row
      list={list}
      place={place}
      title={t('authoring.structure.indicator', {
        id: indicator.id,
        kind: t(`authoring.structure.kindOf.${indicator.kind}`),
      })}
      removal={removal}
      order={{
        count: criterion.indicators.length,
        move: (step) => moveRow(draft, list, criterion.indicators, place, step, inCriterion),
      }}
    >
      <Fields>
        <SetLocalised
          path={`${path}.text`}
          label={t('authoring.structure.text')}
          value={indicator.text}
          change={(text) => change({ ...indicator, text })}
        />
        <SetNumber
          path={`${path}.points`}
          label={t('authoring.structure.points')}
          value={indicator.points}
          least={1}
          change={(points) => change(withPoints(indicator, points))}
        />
        {!known && (
          <SetId
            path={`${path}.id`}
            value={indicator.id}
            taken={takenIds(set, base.set).asked}
            change={(id) => {
              carryReadIn(draft, rule, ruleKey('indicator', id));
              return change({ ...indicator, id });
            }}
          />
        )}
        {indicator.kind === 'ratio' &&
          (['numerator', 'denominator'] as const).map((role) => (
            <SetChoice
              key={role}
              path={`${path}.${role}`}
              label={t(`authoring.structure.${role}`)}
              value={indicator[role]}
              options={set.facts.map(({ id, label }) => ({ value: id, label: localised(label) }))}
              change={(id) => change({ ...indicator, [role]: id })}
            />
          ))}
      </Fields>
      <p>
        <Link href={paths.draftRule(set.id, rule)}>
          {t(indicator.kind === 'check' ? 'authoring.structure.toCheck' : 'authoring.structure.toBands', {
            id: indicator.id,
          })}
        </Link>
      </p>
      <ReadIn rule={rule} />
    </Row>
  );
}
