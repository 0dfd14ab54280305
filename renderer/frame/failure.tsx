import { Button } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { paths } from '../paths.ts';
import classes from './frame.module.css';
import { Notice } from './notice.tsx';
import { focusHeading, ScreenHeading } from './screen.tsx';
import { sentence } from './sentence.ts';

interface FailureNoticeProps {
  readonly title: string;
  readonly message: string;
  readonly onRetry?: () => void;
}

export function FailureNotice({ title, message, onRetry }: FailureNoticeProps) {
  return (
    <Notice tone="bad" title={title} announce="alert">
      <p>{sentence(message)}</p>
      {onRetry !== undefined && <RetryButton onRetry={onRetry} />}
    </Notice>
  );
}

/** Goes once the attempt has succeeded, and hands the focus to the heading of what is there then. */
function RetryButton({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const element = button.current;
    return () => {
      if (element !== null && element === document.activeElement) focusHeading();
    };
  }, []);
  return (
    <Button ref={button} variant="default" onClick={onRetry}>
      {t('failure.retry')}
    </Button>
  );
}

interface DeadEndProps {
  readonly title: string;
  readonly message: string;
  readonly onRetry?: () => void;
  /** Another way on than back. */
  readonly children?: ReactNode;
}

/** A whole page that says why there is nothing here and leads back. */
export function DeadEnd({ title, message, onRetry, children }: DeadEndProps) {
  const { t } = useTranslation();
  return (
    <main className={classes.narrow}>
      <ScreenHeading title={title} />
      <p>{sentence(message)}</p>
      {onRetry !== undefined && (
        <p>
          <Button variant="default" onClick={onRetry}>
            {t('failure.retry')}
          </Button>
        </p>
      )}
      {children !== undefined && <p>{children}</p>}
      <p>
        <Link href={paths.list()}>{t('failure.backToList')}</Link>
      </p>
    </main>
  );
}

interface DeadEndInsideProps {
  readonly title: string;
  readonly message: string;
  readonly href: string;
  readonly back: string;
  /** False where something else on the page has the focus. */
  readonly focus?: boolean;
  readonly onRetry?: () => void;
}

/** The same inside a screen that is otherwise fine. */
export function DeadEndInside({ title, message, href, back, focus = true, onRetry }: DeadEndInsideProps) {
  return (
    <>
      <ScreenHeading title={title} focus={focus} />
      <p>{sentence(message)}</p>
      {onRetry !== undefined && (
        <p>
          <RetryButton onRetry={onRetry} />
        </p>
      )}
      <Link href={href}>{back}</Link>
    </>
  );
}

export function UnknownPage() {
  const { t } = useTranslation();
  return <DeadEnd title={t('failure.notFoundTitle')} message={t('failure.notFoundText')} />;
}
