import { Button, Radio } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckIndicator } from '../../criteria/schema.ts';
import { ConfirmButtons } from '../brought/confirm-buttons.tsx';
import { useBrought } from '../brought/use-brought.ts';
import { Mark } from '../frame/marks.tsx';
import { useSession, useSessionState } from '../session/use-session.ts';
import { checkText, localised, lowerFirst } from '../wording.ts';
import { useEarlierText } from './earlier-text.ts';
import classes from './figure.module.css';
import { asksToGoOn, askToConfirm, goOn } from './go-on.ts';

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
  const brought = useBrought(check.id);
  const aboutId = useId();
  const answered = typeof value === 'boolean';
  useEffect(() => {
    if (wanted) first.current?.focus();
  }, [wanted]);

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (!asksToGoOn(event.nativeEvent)) return;
    event.preventDefault();
    if (brought === undefined || readOnly) goOn(event.currentTarget);
    else askToConfirm(check.id);
  }

  const option = (answer: boolean) => ({
    name: `check-${check.id}`,
    label: t(answer ? 'walk.yes' : 'walk.no'),
    checked: value === answer,
    // NOTE: a radio cannot be read-only; the one that is chosen stays readable and the other cannot be taken.
    disabled: readOnly && value !== answer,
    'data-answer': check.id,
    'data-unconfirmed': brought?.value === answer ? true : undefined,
    onChange: () => session.answerCheck(check.id, answer),
    onKeyDown: press,
  });
  return (
    <div className={classes.check}>
      <div
        role="radiogroup"
        aria-labelledby={labelledBy}
        aria-describedby={earlier === null && brought === undefined ? undefined : aboutId}
        className={classes.options}
      >
        <Radio ref={first} {...option(true)} />
        <Radio {...option(false)} />
      </div>
      {brought !== undefined && typeof brought.value === 'boolean' ? (
        <>
          <p id={aboutId} className={classes.about}>
            <span className={classes.mark}>
              <Mark tone="wait">{t('brought.mark')}</Mark>{' '}
            </span>
            {t('brought.check', { year: brought.year, answer: lowerFirst(checkText(brought.value)) })}
          </p>
          {!readOnly && (
            <ConfirmButtons
              answerId={check.id}
              label={`${check.id}. ${localised(check.text)}`}
              value={lowerFirst(checkText(brought.value))}
            />
          )}
        </>
      ) : (
        earlier !== null && (
          <p id={aboutId} className={classes.about}>
            {earlier}
          </p>
        )
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
