import { Button, Radio } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckIndicator } from '../../criteria/schema.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { useEarlierText } from './earlier-text.ts';
import classes from './walk.module.css';

interface CheckFieldProps {
  readonly check: CheckIndicator;
  readonly labelledBy: string;
  readonly readOnly: boolean;
  readonly wanted: boolean;
}

/** Yes, no, or not answered yet; the last can be had back. */
export function CheckField({ check, labelledBy, readOnly, wanted }: CheckFieldProps) {
  const { t } = useTranslation();
  const session = useSession();
  const first = useRef<HTMLInputElement>(null);
  const value = useSessionState(({ copy }) => copy.answers[check.id]);
  const earlier = useEarlierText(check.id);
  const earlierId = useId();
  const answered = typeof value === 'boolean';
  useEffect(() => {
    if (wanted) first.current?.focus();
  }, [wanted]);

  const option = (answer: boolean) => ({
    name: `check-${check.id}`,
    label: t(answer ? 'walk.yes' : 'walk.no'),
    checked: value === answer,
    // NOTE: a radio cannot be read-only; the one that is chosen stays readable and the other cannot be taken.
    disabled: readOnly && value !== answer,
    onChange: () => session.answerCheck(check.id, answer),
  });
  return (
    <div className={classes.check}>
      <div
        role="radiogroup"
        aria-labelledby={labelledBy}
        aria-describedby={earlier === null ? undefined : earlierId}
        className={classes.options}
      >
        <Radio ref={first} {...option(true)} />
        <Radio {...option(false)} />
      </div>
      {earlier !== null && (
        <p id={earlierId} className={classes.earlier}>
          {earlier}
        </p>
      )}
      {answered && !readOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('walk.clearOf', { id: check.id })}
          onClick={() => {
            session.answerCheck(check.id, null);
            first.current?.focus();
          }}
        >
          {t('walk.clear')}
        </Button>
      )}
    </div>
  );
}
