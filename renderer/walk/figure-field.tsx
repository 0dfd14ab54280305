import { Input } from '@mantine/core';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Brought } from '../../criteria/change.ts';
import type { Fact } from '../../criteria/schema.ts';
import { ConfirmButtons } from '../brought/confirm-buttons.tsx';
import { useBrought, useContradiction } from '../brought/use-brought.ts';
import { afterPress } from '../frame/after-press.ts';
import { Mark } from '../frame/marks.tsx';
import { pastedText } from '../session/parse-figure.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { localised, numberText } from '../wording.ts';
import { useEarlierText } from './earlier-text.ts';
import classes from './figure.module.css';
import { asksToGoOn, askToConfirm, goOn } from './go-on.ts';
import { refusalText } from './refusal-text.ts';

interface FigureFieldProps {
  readonly fact: Fact;
  /** Other criteria that count with the same figure, as "3, 4, 9"; empty where there are none. */
  readonly alsoUsedIn: readonly string[];
  readonly readOnly: boolean;
  /** True when the address leads to this field. */
  readonly wanted: boolean;
}

/** One raw figure with what it is called, where it comes from and what is wrong with it. */
export function FigureField({ fact, alsoUsedIn, readOnly, wanted }: FigureFieldProps) {
  const { t } = useTranslation();
  const refusal = useSessionState(({ copy }) => copy.marked[fact.id]);
  const brought = useBrought(fact.id);
  const contradiction = useContradiction(fact.id);
  const label = localised(fact.label);
  const stays = contradiction === null ? undefined : t('brought.stays', { reason: contradiction });
  const error = refusalText(t, refusal) ?? stays;
  return (
    <Input.Wrapper
      className={classes.figure}
      size="sm"
      label={label}
      description={<About fact={fact.id} alsoUsedIn={alsoUsedIn} brought={brought} />}
      error={error}
    >
      <div className={classes.row}>
        <FigureInput
          fact={fact.id}
          brought={brought}
          faulty={error !== undefined}
          readOnly={readOnly}
          wanted={wanted}
        />
        {brought !== undefined && !readOnly && (
          <ConfirmButtons answerId={fact.id} label={label} value={shownText(brought.value, false)} />
        )}
      </div>
    </Input.Wrapper>
  );
}

interface FigureInputProps {
  /** The id of the fact. */
  readonly fact: string;
  readonly brought: Brought | undefined;
  readonly faulty: boolean;
  readonly readOnly: boolean;
  readonly wanted: boolean;
}

/**
 * While the field has the focus its text is the assessor's alone: plain digits to begin with, then what is typed. Left
 * with an accepted text, it shows the figure as written in Vietnam; a refused text stays. Apart from what stands around
 * it, because it changes with every key press.
 */
function FigureInput({ fact, brought, faulty, readOnly, wanted }: FigureInputProps) {
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const byPointer = useRef(false);
  const [inside, setInside] = useState(false);
  const typed = useSessionState(({ copy }) => copy.texts[fact]);
  const value = useSessionState(({ copy }) => copy.answers[fact]);
  useEffect(() => {
    if (wanted) input.current?.focus();
  }, [wanted]);
  // NOTE: a field that goes with its page while it has the focus never hears that it was left.
  useEffect(() => () => session.leaveFigure(fact), [session, fact]);
  // NOTE: after the text without separators is in the field, which would undo the selection that Tab made.
  useLayoutEffect(() => {
    if (inside && !byPointer.current) input.current?.select();
  }, [inside]);

  function enter() {
    if (readOnly) return;
    flushSync(() => {
      session.enterFigure(fact);
      setInside(true);
    });
  }

  function leave() {
    // NOTE: another window in front takes the focus from the page, not from the field, which then stays as it is.
    if (document.activeElement === input.current) return;
    byPointer.current = false;
    afterPress(() => {
      // NOTE: who clicked back into the field by then has not left it.
      if (document.activeElement === input.current) return;
      // Who empties the field does not want the figure that was brought over.
      if (typed === '' && brought !== undefined) session.dismiss([fact]);
      session.leaveFigure(fact);
      setInside(false);
    });
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (!asksToGoOn(event.nativeEvent)) return;
    event.preventDefault();
    if (brought === undefined || readOnly) goOn(event.currentTarget);
    else askToConfirm(fact);
  }

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || !/[\t\r\n\v\f]/.test(text)) return;
    event.preventDefault();
    session.typeFigure(fact, pastedText(text));
  }

  return (
    <Input
      ref={input}
      size="sm"
      error={faulty}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      readOnly={readOnly}
      value={typed ?? shownText(value ?? brought?.value, inside)}
      data-answer={fact}
      data-unconfirmed={brought === undefined ? undefined : true}
      onChange={(event) => session.typeFigure(fact, event.currentTarget.value)}
      onKeyDown={press}
      onPaste={paste}
      onPointerDown={() => {
        byPointer.current = !inside;
      }}
      onFocus={enter}
      onBlur={leave}
    />
  );
}

/** With separators for reading; plain for typing on. */
function shownText(value: number | boolean | null | undefined, plain: boolean): string {
  if (typeof value !== 'number') return '';
  return plain ? String(value) : numberText(value);
}

interface AboutProps {
  readonly fact: string;
  readonly alsoUsedIn: readonly string[];
  readonly brought: Brought | undefined;
}

/** Where the figure comes from and where it counts. */
function About({ fact, alsoUsedIn, brought }: AboutProps): ReactNode {
  const { t } = useTranslation();
  const earlier = useEarlierText(fact);
  const origin = brought === undefined ? earlier : t('brought.figure', { year: brought.year });
  const count = alsoUsedIn.length;
  const shared = count === 0 ? null : t('walk.alsoUsed', { count, criteria: alsoUsedIn.join(', ') });
  return (
    <>
      {brought !== undefined && (
        <span className={classes.mark}>
          <Mark tone="wait">{t('brought.mark')}</Mark>{' '}
        </span>
      )}
      {[origin, shared].filter((text) => text !== null).join('; ')}
    </>
  );
}
