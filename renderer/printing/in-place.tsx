import { type ReactNode, useEffect, useRef } from 'react';
import frame from '../frame/frame.module.css';

/** What takes the place of something else, and of the focus where that was in it and would be lost to nowhere. */
export function InPlace({ children }: { readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    element.current?.scrollIntoView({ block: 'nearest' });
    element.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={element} tabIndex={-1} className={frame.announced}>
      {children}
    </div>
  );
}
