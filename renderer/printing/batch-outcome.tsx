import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../criteria/assessment.ts';
import type { ApiError, BatchRemark, BatchState } from '../../electron/api.ts';
import { ShowPlace } from '../desktop/show-place.tsx';
import { BusyButton } from '../frame/busy-button.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import { Notice } from '../frame/notice.tsx';
import { paged } from '../frame/paged.ts';
import { Pages } from '../frame/pages.tsx';
import { Part } from '../frame/part.tsx';
import { sentence } from '../frame/sentence.ts';
import { dateTimeText } from '../frame/time.ts';
import { ofThisWindow } from '../session/open-sessions.ts';
import { numberText } from '../wording.ts';
import { failedDocuments } from './batch-phase.ts';
import { retryBatch } from './batch-store.ts';
import { heldFigures } from './held-figures.ts';
import { HeldNotice } from './held-notice.tsx';
import classes from './printing.module.css';

const pageSize = 10;

/** What came of a batch: what was written and where, what was not and why, and the way to do the rest. */
export function BatchOutcome({ batch }: { readonly batch: BatchState }) {
  const { t } = useTranslation();
  const { request, phase, total, written, merged, leftOut, failures, removed, startedAt } = batch;
  const [retrying, setRetrying] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [held, setHeld] = useState<readonly Assessment[]>([]);

  async function retry() {
    setRetrying(true);
    const unsaved = await heldFigures(request, ofThisWindow);
    setHeld(unsaved);
    setRefused(unsaved.length > 0 ? null : await retryBatch());
    setRetrying(false);
  }

  const files = written.length + (merged === null ? 0 : 1);
  const words = phase === 'cancelled' ? 'cancelled' : written.length === 0 ? 'nothing' : 'finished';
  const remarksOf = (remarks: readonly BatchRemark[]) =>
    remarks.map((remark) => ({ key: `${remark.kind} ${remark.id}`, text: remarkText(t, remark) }));
  return (
    <Part title={t('printing.outcome.title', { year: request.year, at: dateTimeText(startedAt) })}>
      <Notice tone={words === 'finished' && failures.length === 0 ? 'good' : 'quiet'} announce="status">
        <p className={classes.words}>
          {t(`printing.outcome.${words}`, {
            n: numberText(phase === 'cancelled' ? written.length : files),
            total: numberText(total),
            folder: request.folder,
          })}{' '}
          {merged !== null && t('printing.outcome.merged', { n: numberText(written.length), file: merged })}
        </p>
        {files > 0 && <ShowPlace place="printed" />}
      </Notice>
      {failures.length > 0 && (
        <Notice tone="bad" title={t('printing.outcome.failures', { n: numberText(failedDocuments(batch)) })}>
          <Lines lines={remarksOf(failures)} pages={t('printing.outcome.failuresPages')} />
        </Notice>
      )}
      {(failures.length > 0 || phase === 'cancelled') && (
        <div>
          <BusyButton busy={retrying} onClick={() => void retry()}>
            {t(phase === 'cancelled' ? 'printing.outcome.goOn' : 'printing.outcome.retry')}
          </BusyButton>
        </div>
      )}
      <HeldNotice held={held} />
      {refused !== null && (
        <FailureNotice title={t('printing.outcome.retryFailed')} message={refused.message} />
      )}
      {removed.length > 0 && (
        <Notice title={t('printing.outcome.removed', { n: numberText(removed.length) })}>
          <p className={classes.words}>{t('printing.outcome.removedWhy')}</p>
          <Lines
            lines={removed.map((file) => ({ key: file, text: file }))}
            pages={t('printing.outcome.removedPages')}
          />
        </Notice>
      )}
      {leftOut.length > 0 && (
        <Notice title={t('printing.outcome.leftOut', { n: numberText(leftOut.length) })}>
          <Lines lines={remarksOf(leftOut)} pages={t('printing.outcome.leftOutPages')} />
        </Notice>
      )}
    </Part>
  );
}

interface LinesProps {
  readonly lines: readonly { readonly key: string; readonly text: string }[];
  /** Names the pages of a long list. */
  readonly pages: string;
}

function Lines({ lines, pages }: LinesProps) {
  const [page, setPage] = useState(1);
  const part = paged(lines, page, pageSize);
  return (
    <>
      <ul className={classes.remarks}>
        {part.items.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      <Pages below label={pages} paged={part} onPage={setPage} />
    </>
  );
}

/** A remark about no single document speaks for itself. */
function remarkText(t: TFunction, { kind, unitName, message }: BatchRemark): string {
  const document = t(`printing.document.${kind}`);
  const told = { document, message: sentence(message) };
  if (unitName !== null) return t('printing.outcome.remark', { unit: unitName, ...told });
  return kind === 'summary' || kind === 'merged' ? t('printing.outcome.remarkOfAll', told) : told.message;
}
