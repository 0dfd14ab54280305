import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentKind } from '../../electron/api.ts';
import { FailureNotice } from '../frame/failure.tsx';
import { useSession, useSessionState } from '../session/use-session.ts';
import { holdsRefused } from '../session/working-copy.ts';
import { type Delivery, saveDocument, showDocument } from './deliver.ts';
import classes from './documents.module.css';

/** The documents of an assessment. A certificate is offered only where one may be made, and says why where not. */
export function DocumentButtons() {
  const { t } = useTranslation();
  const session = useSession();
  const { id, status } = useSessionState(({ assessment }) => assessment);
  const verdict = useSessionState(({ copy }) => copy.scorecard.verdict);
  const [delivery, setDelivery] = useState<Delivery | 'making' | null>(null);
  const reasonId = useId();

  async function deliver(kind: DocumentKind, way: typeof showDocument) {
    setDelivery('making');
    await session.flush();
    const { copy, save } = session.store.getState();
    if (holdsRefused(copy)) setDelivery({ kind: 'failed', message: t('documents.refused') });
    else if (save.kind !== 'saved') setDelivery({ kind: 'failed', message: t('documents.unsaved') });
    else setDelivery(await way(id, kind));
  }

  const noCertificate = status === 'draft' ? 'draft' : verdict === 'eligible' ? null : 'ineligible';
  const busy = delivery === 'making';
  const certificate = {
    disabled: busy || noCertificate !== null,
    'aria-describedby': noCertificate === null ? undefined : reasonId,
  };
  return (
    <div className={classes.documents}>
      <div className={classes.buttons}>
        <Button disabled={busy} onClick={() => void deliver('scorecard', showDocument)}>
          {t('documents.showScorecard')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => void deliver('scorecard', saveDocument)}>
          {t('documents.saveScorecard')}
        </Button>
      </div>
      <div className={classes.buttons}>
        <Button {...certificate} onClick={() => void deliver('certificate', showDocument)}>
          {t('documents.showCertificate')}
        </Button>
        <Button {...certificate} variant="default" onClick={() => void deliver('certificate', saveDocument)}>
          {t('documents.saveCertificate')}
        </Button>
      </div>
      {noCertificate !== null && <p id={reasonId}>{t(`documents.noCertificate.${noCertificate}`)}</p>}
      <DeliveryWords delivery={delivery} />
    </div>
  );
}

function DeliveryWords({ delivery }: { readonly delivery: Delivery | 'making' | null }) {
  const { t } = useTranslation();
  if (delivery === null) return null;
  if (delivery === 'making') return <p role="status">{t('documents.making')}</p>;
  switch (delivery.kind) {
    case 'failed':
      return <FailureNotice title={t('documents.failed')} message={delivery.message} />;
    case 'shownOutside':
      return <p role="status">{t('documents.shownOutside')}</p>;
    default:
      return <p role="status">{t(`documents.${delivery.kind}`, { file: delivery.file })}</p>;
  }
}
