import { CloseButton } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useGoTo } from '../keys/use-go-to.ts';
import { fallSilent, useSaid } from './said.ts';
import classes from './undo.module.css';

/** Long enough to read it twice, in milliseconds. */
const shownFor = 15_000;

/**
 * What was said last, at the foot of the page for a while, or for as long as the pointer or focus is on it. The page gives
 * it room, so that it covers nothing that cannot be scrolled clear.
 */
export function SaidNotice() {
  const { t } = useTranslation();
  const { saying, times } = useSaid();
  const goTo = useGoTo();
  const [held, setHeld] = useState(false);
  const notice = useRef<HTMLDivElement>(null);
  const shown = saying !== null;

  // What was said concerns the page that it was said on.
  const [location] = useLocation();
  const heard = useRef({ location, times });
  useEffect(() => {
    if (heard.current.location !== location && heard.current.times === times) fallSilent();
    heard.current = { location, times };
  }, [location, times]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words can take another height
  useLayoutEffect(() => {
    if (!shown || notice.current === null) return;
    return makeRoom(notice.current);
  }, [shown, times]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is said again is shown again for as long
  useEffect(() => {
    if (saying === null || held) return;
    const timer = setTimeout(fallSilent, shownFor);
    return () => clearTimeout(timer);
  }, [saying, times, held]);
  const hold = { onFocus: () => setHeld(true), onBlur: () => setHeld(false) };
  return (
    <div
      ref={notice}
      className={classes.said}
      data-shown={shown}
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
      {shown && (
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

/** Gives the page room to scroll above the notice, and scrolls the field in use clear of it. Undone by what it returns. */
function makeRoom(notice: HTMLElement): () => void {
  const { style } = document.documentElement;
  const { top } = notice.getBoundingClientRect();
  style.setProperty('--said-room', `${Math.ceil(window.innerHeight - top)}px`);
  const inUse = document.activeElement;
  if (inUse !== null && inUse !== document.body && !notice.contains(inUse)) {
    const { bottom } = inUse.getBoundingClientRect();
    if (bottom > top) inUse.scrollIntoView({ block: 'nearest' });
  }
  return () => style.removeProperty('--said-room');
}
