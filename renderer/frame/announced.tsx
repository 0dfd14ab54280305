import { type ReactNode, useEffect, useRef } from 'react';
import classes from './frame.module.css';

/** What came of an action, with the focus on it, because what was pressed is gone. */
export function Announced({ children }: { readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' });
    element.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={element} tabIndex={-1} className={classes.announced}>
      {children}
    </div>
  );
}
