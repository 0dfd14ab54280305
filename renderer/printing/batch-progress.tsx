import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError, BatchState } from '../../electron/api.ts';
import { BusyButton } from '../frame/busy-button.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import { Part } from '../frame/part.tsx';
import { numberText } from '../wording.ts';
import { failedDocuments } from './batch-phase.ts';
import { cancelBatch } from './batch-store.ts';
import classes from './printing.module.css';

/** How far a batch has come, what is being done, and the way to stop it. */
export function BatchProgress({ batch }: { readonly batch: BatchState }) {
  const { t } = useTranslation();
  const [cancelling, setCancelling] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const { request, done, total, written, leftOut, failures } = batch;
  const title = t('printing.run.title', { year: request.year });
  const count = t('printing.run.count', { done: numberText(done), total: numberText(total) });

  async function cancel() {
    setCancelling(true);
    const error = await cancelBatch();
    setRefused(error);
    // Once it is accepted the button rests until the last document is whole.
    if (error !== null) setCancelling(false);
  }

  return (
    <Part title={title}>
      <div className={classes.progressLine}>
        <progress
          className={classes.progress}
          aria-label={title}
          aria-valuetext={count}
          {...(total > 0 && { value: done, max: total })}
        />
        <strong className={classes.count}>{count}</strong>
        <BusyButton variant="default" busy={cancelling} onClick={() => void cancel()}>
          {t(cancelling ? 'printing.run.cancelling' : 'printing.run.cancel')}
        </BusyButton>
      </div>
      <p className={classes.words}>
        <DoingWords batch={batch} /> {t('printing.run.folder', { folder: request.folder })}
      </p>
      {leftOut.length + failures.length > 0 && (
        <p className={classes.words}>
          {t('printing.run.remarks', {
            written: numberText(written.length),
            leftOut: numberText(leftOut.length),
            failures: numberText(failedDocuments(batch)),
          })}
        </p>
      )}
      <p className={classes.quiet}>{t('printing.run.leave')}</p>
      {refused !== null && <FailureNotice title={t('printing.run.cancelFailed')} message={refused.message} />}
    </Part>
  );
}

function DoingWords({ batch: { phase, written } }: { readonly batch: BatchState }) {
  const { t } = useTranslation();
  if (phase === 'merging') return t('printing.run.merging');
  const file = written.at(-1);
  return file === undefined ? t('printing.run.starting') : t('printing.run.last', { file });
}
