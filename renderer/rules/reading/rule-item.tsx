import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { standing } from '../../../criteria/rules/register.ts';
import type { Rule } from '../../../criteria/rules/rules.ts';
import { FailureNotice } from '../../frame/failure.tsx';
import { Mark, ProvisionalMark } from '../../frame/marks.tsx';
import { dateText } from '../../frame/time.ts';
import { hostText } from '../../host-text.ts';
import { localised } from '../../wording.ts';
import { ruleName } from '../rule-words.ts';
import { ConfirmField } from './confirm-field.tsx';
import classes from './reading.module.css';
import { useReading } from './reading-context.ts';
import { RegisterOfRule } from './register-of-rule.tsx';
import { RuleContent } from './rule-content.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** One rule: what it says, how far it is confirmed and by whom, and what can be done about it. */
export function RuleItem({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  const { opened, underWay, failed, correct } = useReading();
  const [again, setAgain] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const titleId = useId();
  const { set, published } = opened;
  const name = ruleName(t, set, rule.key);
  const own = standing(published.register).has(rule.key);
  const asked = !rule.confirmed || again;
  // Beside the field as high as the field.
  const size = asked ? 'sm' : 'compact-sm';
  return (
    <article className={classes.rule} data-rule={rule.key} aria-labelledby={titleId}>
      <header className={classes.ruleHead}>
        <h3 id={titleId}>{name}</h3>
        {underWay.has(rule.key) ? (
          <Mark tone="wait">{t('rules.mark.underWay')}</Mark>
        ) : rule.confirmed ? (
          <Mark tone="good">{t('rules.mark.confirmed')}</Mark>
        ) : (
          <ProvisionalMark />
        )}
      </header>
      <RuleContent rule={rule} />
      <Standing rule={rule} />
      <div className={classes.ruleActions}>
        {asked && !underWay.has(rule.key) && (
          <ConfirmField rule={rule.key} name={name} onConfirmed={() => setAgain(false)} />
        )}
        {!asked && !own && (
          <Button size="compact-sm" variant="default" onClick={() => setAgain(true)}>
            {t('rules.confirmAgain')}
          </Button>
        )}
        {own && (
          <Button
            size={size}
            variant="default"
            aria-label={t('rules.withdrawOf', { rule: name })}
            onClick={() => setWithdrawing(true)}
          >
            {t('rules.withdraw')}
          </Button>
        )}
        <Button
          size={size}
          variant="default"
          aria-label={t('rules.correctOf', { rule: name })}
          onClick={() => void correct(rule.key)}
        >
          {t('rules.correct')}
        </Button>
      </div>
      {failed?.rules[0] === rule.key && (
        <FailureNotice title={t('rules.notNoted')} message={hostText(failed.error.message)} />
      )}
      <RegisterOfRule rule={rule.key} />
      {withdrawing && <WithdrawDialog rule={rule.key} onClose={() => setWithdrawing(false)} />}
    </article>
  );
}

/** Where the rule was read and by whom, or what stands in for it. */
function Standing({ rule: { provenances, confirmed } }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  const { set } = useReading().opened;
  const lines = new Set(
    provenances
      .filter(({ status }) => confirmed || status === 'provisional')
      .map((one) =>
        one.confirmedBy === undefined || one.confirmedOn === undefined
          ? one.sources
              .map((id) => {
                const source = set.sources[id];
                return source === undefined ? id : localised(source);
              })
              .join('; ')
          : t('rules.readBy', {
              place: one.confirmedIn ?? '–',
              by: one.confirmedBy,
              on: dateText(one.confirmedOn),
            }),
      ),
  );
  return (
    <p className={classes.source}>
      {t(confirmed ? 'rules.sourceOfConfirmed' : 'rules.sourceOfProvisional', {
        sources: [...lines].join('; '),
      })}
    </p>
  );
}
