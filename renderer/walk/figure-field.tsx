import { TextInput } from '@mantine/core';
import { type ClipboardEvent, type FocusEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Fact } from '../../criteria/schema.ts';
import { numberText, vi } from '../../criteria/wording.ts';
import { pastedText } from '../session/parse-figure.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { useEarlierText } from './earlier-text.ts';
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
 * One raw figure. While the field has the focus its text is the assessor's alone: plain digits to begin with, then what
 * is typed. Left with an accepted text, it shows the figure as written in Vietnam; a refused text stays.
 */
export function FigureField({ fact, alsoUsedIn, readOnly, wanted }: FigureFieldProps) {
  const { t } = useTranslation();
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const typed = useSessionState(({ copy }) => copy.texts[fact.id]);
  const value = useSessionState(({ copy }) => copy.answers[fact.id]);
  const refusal = useSessionState(({ copy }) => copy.marked[fact.id]);
  const earlier = useEarlierText(fact.id);
  useEffect(() => {
    if (wanted) input.current?.focus();
  }, [wanted]);

  function enter({ currentTarget: field }: FocusEvent<HTMLInputElement>) {
    if (readOnly) return;
    const whole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    flushSync(() => session.enterFigure(fact.id));
    // NOTE: arriving by Tab selects the whole figure, so that typing replaces it; the new text must not undo that.
    if (whole) field.select();
  }

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || !/[\t\r\n\v\f]/.test(text)) return;
    event.preventDefault();
    session.typeFigure(fact.id, pastedText(text));
  }

  const shared = alsoUsedIn.length > 0 ? t('walk.alsoUsed', { criteria: alsoUsedIn.join(', ') }) : null;
  return (
    <TextInput
      ref={input}
      className={classes.figure}
      label={vi(fact.label)}
      description={[earlier, shared].filter((text) => text !== null).join('; ') || undefined}
      error={refusalText(t, refusal)}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      readOnly={readOnly}
      value={typed ?? (typeof value === 'number' ? numberText(value) : '')}
      onChange={(event) => session.typeFigure(fact.id, event.currentTarget.value)}
      onPaste={paste}
      onFocus={enter}
      onBlur={() => session.leaveFigure(fact.id)}
    />
  );
}
