import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeadEnd } from '../../frame/failure.tsx';
import frame from '../../frame/frame.module.css';
import { useDraft, useDraftAgain } from '../draft-store.ts';
import { EditingContext } from './editing.ts';

interface DraftPageProps {
  readonly id: string;
  readonly children: ReactNode;
}

/** A page of a draft, once the draft is there. */
export function DraftPage({ id, children }: DraftPageProps) {
  const { t } = useTranslation();
  const draft = useDraft(id);
  const again = useDraftAgain(id);
  switch (draft.state) {
    case 'loading':
      return (
        <main className={frame.narrow} aria-busy="true">
          <p>{t('program.loading')}</p>
        </main>
      );
    case 'failed':
      return <DeadEnd title={t('correcting.notOpened')} message={draft.error.message} onRetry={again} />;
    case 'ready':
      return <EditingContext value={draft}>{children}</EditingContext>;
  }
}
