import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Rule, rulesOf } from '../../../criteria/rules/rules.ts';
import { Mark } from '../../frame/marks.tsx';
import { Part } from '../../frame/part.tsx';
import { paths } from '../../paths.ts';
import { numberText } from '../../wording.ts';
import { placeOf } from '../place.ts';
import { ruleName } from '../rule-words.ts';
import classes from './correcting.module.css';
import { useEditing } from './editing.ts';
import { structurePart } from './general-place.ts';
import { refusedFaults } from './refused-faults.ts';
import { removedRules } from './removed-rules.ts';
import { Sum, sumOf } from './sums.tsx';

/** All rules of the draft by criterion, with what became of each. */
export function RuleList() {
  const { t } = useTranslation();
  const { draft, base } = useEditing();
  const { set } = draft;
  const rules = new Map(rulesOf(set).map((rule) => [rule.key, rule]));
  const general = [...rules.values()].filter(({ kind }) => kind !== 'criterion' && kind !== 'indicator');
  const removed = removedRules(set, base.set);
  return (
    <>
      <Part title={t('correcting.rules')}>
        {set.criteria.map(({ id, max, indicators }) => (
          <section key={id} className={classes.criterion}>
            <div className={classes.criterionHead}>
              <Lines rules={[rules.get(`criterion/${id}`)]} />
              <Sum
                text={(sum, most) => t('correcting.sums.indicators', { sum, max: most })}
                sum={sumOf(indicators.map(({ points }) => points))}
                max={max}
              />
            </div>
            <Lines rules={indicators.map((indicator) => rules.get(`indicator/${indicator.id}`))} />
          </section>
        ))}
        <p>
          <Link href={paths.draftGeneral(set.id, structurePart)}>{t('correcting.toStructure')}</Link>
        </p>
      </Part>
      <Part title={t('correcting.generalRules')}>
        <Lines rules={general} />
        <p>
          <Link href={paths.draftGeneral(set.id)}>{t('correcting.toGeneral')}</Link>
        </p>
      </Part>
      {removed.length > 0 && (
        <Part title={t('correcting.removed', { n: numberText(removed.length) })}>
          <ul className={classes.rules}>
            {removed.map((key) => (
              <li key={key}>{ruleName(t, base.set, key)}</li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

interface LinesProps {
  readonly rules: readonly (Rule | undefined)[];
}

function Lines({ rules }: LinesProps) {
  const { t } = useTranslation();
  const { draft, changed, faults, refused } = useEditing();
  const faulty = new Set(
    [...faults, ...refusedFaults(refused)].map(({ path }) => placeOf(draft.set, path).rule),
  );
  return (
    <ul className={classes.rules}>
      {rules.map(
        (rule) =>
          rule !== undefined && (
            <li key={rule.key}>
              <Link href={paths.draftRule(draft.set.id, rule.key)}>{ruleName(t, draft.set, rule.key)}</Link>{' '}
              {faulty.has(rule.key) && <Mark tone="bad">{t('correcting.mark.faulty')}</Mark>}{' '}
              <RuleMark rule={rule} changed={changed.includes(rule.key)} />
            </li>
          ),
      )}
    </ul>
  );
}

function RuleMark({ rule, changed }: { readonly rule: Rule; readonly changed: boolean }): ReactNode {
  const { t } = useTranslation();
  const { draft, base } = useEditing();
  const noted = draft.readIn[rule.key] !== undefined;
  if (!changed)
    return (
      <Mark tone={rule.confirmed ? 'good' : 'provisional'}>
        {t(rule.confirmed ? 'correcting.mark.confirmed' : 'correcting.mark.provisional')}
      </Mark>
    );
  return (
    <>
      {draft.set.id === base.set.id && <Mark tone="accent">{t('correcting.mark.changed')}</Mark>}{' '}
      <Mark tone={noted ? 'good' : 'provisional'}>
        {t(noted ? 'correcting.mark.noted' : 'correcting.mark.notNoted')}
      </Mark>
    </>
  );
}
