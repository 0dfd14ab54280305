import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '../../criteria/schema.ts';
import { bringOver } from '../session/brought.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { goOn } from '../walk/go-on.ts';
import { answersOfCriterion } from '../walk/set-lookup.ts';
import { numberText } from '../wording.ts';
import classes from './brought.module.css';

/** Brings the earlier year's answers to one criterion over, and confirms them at once. Nothing where there are none. */
export function BroughtHere({ criterion }: { readonly criterion: Criterion }) {
  const { t } = useTranslation();
  const session = useSession();
  const open = useSessionState(({ copy, earlier }) =>
    earlier === null ? 0 : bringOver(copy, earlier, criterion.id).changes.length,
  );
  const waiting = useSessionState(
    ({ copy }) => answersOfCriterion(criterion).filter((id) => id in copy.unconfirmed).length,
  );
  const year = useSessionState(({ earlier, copy }) => {
    const first = answersOfCriterion(criterion).find((id) => id in copy.unconfirmed);
    return (first === undefined ? undefined : copy.unconfirmed[first]?.year) ?? earlier?.year;
  });
  if (year === undefined || open + waiting === 0) return null;

  function confirmAll(button: HTMLElement) {
    const { unconfirmed } = session.store.getState().copy;
    session.confirm(answersOfCriterion(criterion).filter((id) => id in unconfirmed));
    goOn(button);
  }

  return (
    <div className={classes.here}>
      {open > 0 && (
        <Button
          variant="default"
          onClick={({ currentTarget }) => {
            session.bringOver(criterion.id);
            goOn(currentTarget);
          }}
        >
          {t('brought.here', { year })}
        </Button>
      )}
      {waiting > 0 && (
        <Button variant="light" onClick={({ currentTarget }) => confirmAll(currentTarget)}>
          {t('brought.confirmHere', { n: numberText(waiting) })}
        </Button>
      )}
      <p role="status">{waiting > 0 && t('brought.waiting', { n: numberText(waiting), year })}</p>
    </div>
  );
}
