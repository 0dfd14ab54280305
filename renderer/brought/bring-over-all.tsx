import { Button } from '@mantine/core';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import frame from '../frame/frame.module.css';
import { isLocked } from '../session/assessment-session.ts';
import { bringOver } from '../session/brought.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { answersOfCriterion } from '../walk/set-lookup.ts';
import { numberText } from '../wording.ts';
import classes from './brought.module.css';

/** Brings all the earlier year's answers over to what is still open. Nothing where there is nothing to bring or confirm. */
export function BringOverAll() {
  const { t } = useTranslation();
  const session = useSession();
  const title = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const locked = useSessionState(isLocked);
  const draft = useSessionState(({ earlier }) => earlier?.status === 'draft');
  const open = useSessionState(({ copy, earlier }) =>
    earlier === null ? 0 : bringOver(copy, earlier, null).changes.length,
  );
  const waiting = useSessionState(({ copy }) => Object.keys(copy.unconfirmed).length);
  const criteria = useSessionState(
    useShallow(({ copy }) =>
      copy.set.criteria
        .filter((criterion) => answersOfCriterion(criterion).some((id) => id in copy.unconfirmed))
        .map(({ id }) => id),
    ),
  );
  const year = useSessionState(
    ({ earlier, copy }) => Object.values(copy.unconfirmed)[0]?.year ?? earlier?.year,
  );
  if (locked || year === undefined || open + waiting === 0) return null;
  return (
    <section className={frame.part} aria-labelledby={titleId}>
      <h2 id={titleId} ref={title} tabIndex={-1} className={frame.announced}>
        {t('brought.title', { year })}
      </h2>
      <p role="status" className={classes.all}>
        {waiting > 0 &&
          t('brought.waitingInAll', {
            n: numberText(waiting),
            year,
            count: criteria.length,
            criteria: criteria.join(', '),
          })}
      </p>
      {open > 0 && (
        <>
          <p>
            {t('brought.explain', { n: numberText(open), year })} {draft && t('brought.draft', { year })}
          </p>
          <Button
            variant="default"
            onClick={() => {
              session.bringOver(null);
              title.current?.focus();
            }}
          >
            {t('brought.all', { year })}
          </Button>
        </>
      )}
    </section>
  );
}
