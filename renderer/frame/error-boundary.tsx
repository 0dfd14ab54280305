import { Button } from '@mantine/core';
import i18next from 'i18next';
import { Component, type ReactNode } from 'react';
import classes from './frame.module.css';
import { ScreenHeading } from './screen.tsx';

interface State {
  readonly fault: unknown;
}

/** Catches what no screen expected; says so, and that what was saved is safe. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <main className={classes.narrow}>
        <ScreenHeading title={i18next.t('failure.crashTitle')} />
        <p>{i18next.t('failure.crashText')}</p>
        <p>{i18next.t('failure.crashDetail', { detail: String(fault) })}</p>
        <Button onClick={() => window.location.reload()}>{i18next.t('failure.reload')}</Button>
      </main>
    );
  }
}
