import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact } from '../../criteria/schema.ts';
import { numberText, vi } from '../../criteria/wording.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { refusalText } from './refusal-text.ts';
import classes from './walk.module.css';

interface FigureFieldProps {
  readonly fact: Fact;
  /** Other criteria that count with the same figure. */
  readonly alsoUsedIn: readonly string[];
  readonly readOnly: boolean;
  /** True when the address leads to this field. */
  readonly wanted: boolean;
}

/**
 * One raw figure. What is typed is shown as typed for as long as the field has the focus or the text is refused;
 * otherwise the figure is written as in Vietnam.
 */
export function FigureField({ fact, alsoUsedIn, readOnly, wanted }: FigureFieldProps) {
  const { t } = useTranslation();
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const typed = useSessionState(({ copy }) => copy.texts[fact.id]);
  const value = useSessionState(({ copy }) => copy.answers[fact.id]);
  const refusal = useSessionState(({ copy }) => copy.marked[fact.id]);
  useEffect(() => {
    if (wanted) input.current?.focus();
  }, [wanted]);

  return (
    <TextInput
      ref={input}
      className={classes.figure}
      label={vi(fact.label)}
      description={
        alsoUsedIn.length > 0 ? t('walk.alsoUsed', { criteria: alsoUsedIn.join(', ') }) : undefined
      }
      error={refusalText(t, refusal)}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      readOnly={readOnly}
      value={typed ?? (typeof value === 'number' ? numberText(value) : '')}
      onChange={(event) => session.typeFigure(fact.id, event.currentTarget.value)}
      onBlur={() => session.leaveFigure(fact.id)}
    />
  );
}
