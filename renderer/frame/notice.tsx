import type { ReactNode } from 'react';
import classes from './frame.module.css';

interface NoticeProps {
  readonly tone?: 'quiet' | 'provisional' | 'bad' | 'good';
  readonly title?: string;
  /** Announced at once by a screen reader; for what follows from the person's own action. */
  readonly announce?: 'status' | 'alert';
  readonly children?: ReactNode;
}

/** A boxed message that stays where it is. */
export function Notice({ tone = 'quiet', title, announce, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={announce}>
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </div>
  );
}
