import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { paths } from '../paths.ts';
import classes from './frame.module.css';
import { Notice } from './notice.tsx';
import { ScreenHeading } from './screen.tsx';
import { sentence } from './sentence.ts';

interface FailureNoticeProps {
  readonly title: string;
  readonly message: string;
  readonly onRetry?: () => void;
}

export function FailureNotice({ title, message, onRetry }: FailureNoticeProps) {
  const { t } = useTranslation();
  return (
    <Notice tone="bad" title={title} announce="alert">
      <p>{sentence(message)}</p>
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </Notice>
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
}

/** The same inside a screen that is otherwise fine. */
export function DeadEndInside({ title, message, href, back }: DeadEndInsideProps) {
  return (
    <>
      <ScreenHeading title={title} />
      <p>{sentence(message)}</p>
      <Link href={href}>{back}</Link>
    </>
  );
}

export function UnknownPage() {
  const { t } = useTranslation();
  return <DeadEnd title={t('failure.notFoundTitle')} message={t('failure.notFoundText')} />;
}
