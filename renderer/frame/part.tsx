import { type ReactNode, useId } from 'react';
import classes from './frame.module.css';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One subject of a page, in a box under its heading. */
export function Part({ title, children }: PartProps) {
  const titleId = useId();
  return (
    <section className={classes.part} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </section>
  );
}
