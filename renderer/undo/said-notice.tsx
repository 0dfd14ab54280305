import { CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoTo } from '../keys/use-go-to.ts';
import { fallSilent, useSaid } from './said.ts';
import classes from './undo.module.css';

/** Long enough to read it twice, in milliseconds. */
const shownFor = 15_000;

/** What was said last, below the head of the page for a while, or for as long as the pointer or focus is on it. */
export function SaidNotice() {
  const { t } = useTranslation();
  const { saying, times } = useSaid();
  const goTo = useGoTo();
  const [held, setHeld] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is said again is shown again for as long
  useEffect(() => {
    if (saying === null || held) return;
    const timer = setTimeout(fallSilent, shownFor);
    return () => clearTimeout(timer);
  }, [saying, times, held]);
  const hold = { onFocus: () => setHeld(true), onBlur: () => setHeld(false) };
  return (
    <div
      className={classes.said}
      data-shown={saying !== null}
      {...hold}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <p role="status">
        <span key={times}>{saying?.text}</span>
      </p>
      {saying?.link !== undefined && (
        <a
          href={`#${saying.link.address}`}
          onClick={(event) => {
            event.preventDefault();
            setHeld(false);
            goTo(saying.link?.address ?? '');
          }}
        >
          {saying.link.text}
        </a>
      )}
      {saying !== null && (
        <CloseButton
          size="sm"
          aria-label={t('undo.close')}
          onClick={() => {
            setHeld(false);
            fallSilent();
          }}
        />
      )}
    </div>
  );
}
