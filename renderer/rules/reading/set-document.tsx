import { useTranslation } from 'react-i18next';
import { type Rule, type RuleKind, ruleKey, rulesOf } from '../../../criteria/rules/rules.ts';
import { Part } from '../../frame/part.tsx';
import { localised } from '../../wording.ts';
import { ConfirmCriterion } from './confirm-criterion.tsx';
import { useReading } from './reading-context.ts';
import { RuleItem } from './rule-item.tsx';

/** The whole set in the order in which a decision is read: how units are recognised, the criteria, what is dated. */
export function SetDocument() {
  const { t } = useTranslation();
  const { opened, onlyOpen, underWay } = useReading();
  const { set } = opened;
  const rules = rulesOf(set);
  const isShown = ({ confirmed, key }: Rule) => !onlyOpen || !confirmed || underWay.has(key);
  const ofKind = (...kinds: RuleKind[]) => rules.filter(({ kind }) => kinds.includes(kind)).filter(isShown);
  const general = (title: string, ...kinds: RuleKind[]) => {
    const shown = ofKind(...kinds);
    return (
      shown.length > 0 && (
        <Part title={title}>
          {shown.map((rule) => (
            <RuleItem key={rule.key} rule={rule} />
          ))}
        </Part>
      )
    );
  };
  return (
    <>
      {general(t('rules.parts.recognition'), 'recognition', 'unit_class')}
      {set.criteria.map((criterion) => {
        const keys = [
          ruleKey('criterion', criterion.id),
          ...criterion.indicators.map(({ id }) => ruleKey('indicator', id)),
        ];
        const own = rules.filter(({ key }) => keys.includes(key));
        const shown = own.filter(isShown);
        return (
          shown.length > 0 && (
            <Part
              key={criterion.id}
              title={t('walk.criterionTitle', { id: criterion.id, name: localised(criterion.name) })}
            >
              {shown.map((rule) => (
                <RuleItem key={rule.key} rule={rule} />
              ))}
              <ConfirmCriterion rules={own} />
            </Part>
          )
        );
      })}
      {general(t('rules.parts.types'), 'unit_type')}
      {general(t('rules.parts.authorities'), 'authority')}
      {general(t('rules.parts.dates'), 'calendar', 'target')}
      {onlyOpen && rules.every((rule) => !isShown(rule)) && <p>{t('rules.nothingOpen')}</p>}
    </>
  );
}
