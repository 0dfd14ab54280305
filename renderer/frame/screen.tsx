import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './frame.module.css';

/** Moves the focus to the heading when what had it is gone, as after closing an assessment. */
export function focusHeading(): void {
  startAt(document.querySelector('h1'));
}

/** Focuses a heading where its screen begins. NOTE: beside a task list it is not the window that scrolls. */
function startAt(heading: HTMLHeadingElement | null): void {
  window.scrollTo(0, 0);
  heading?.closest('main')?.scrollTo(0, 0);
  heading?.focus({ preventScroll: true });
}

/** What several screens belong to, as the pages of one assessment: the window names it behind the title of each. */
export const WithinContext = createContext<string | null>(null);

interface ScreenHeadingProps {
  readonly title: string;
  /** What the heading shows, where that is more than the title. */
  readonly children?: ReactNode;
  /** False where navigation leads to a field instead. */
  readonly focus?: boolean;
}

/** The h1 of a screen: names the window and takes the focus when one arrives, so that a screen reader says where one is. */
export function ScreenHeading({ title, children, focus = true }: ScreenHeadingProps) {
  const { t } = useTranslation();
  const within = useContext(WithinContext);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const page = within === null || within === title ? title : t('program.within', { page: title, within });
    document.title = t('program.title', { page });
  }, [title, within, t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another screen
  useEffect(() => {
    if (focus) startAt(heading.current);
  }, [title, focus]);
  return (
    <h1 ref={heading} tabIndex={-1} className={classes.heading}>
      {children ?? title}
    </h1>
  );
}
