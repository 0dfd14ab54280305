import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { FailureNotice } from '../frame/failure.tsx';
import frame from '../frame/frame.module.css';
import { Notice } from '../frame/notice.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { loadList, useListStore } from '../list/list-store.ts';
import { isUnsaved, useOffice } from '../office/office-store.ts';
import { paths } from '../paths.ts';
import { useReadyProgram } from '../program.ts';
import { BatchOutcome } from './batch-outcome.tsx';
import { isRunning } from './batch-phase.ts';
import { BatchProgress } from './batch-progress.tsx';
import { readBatch, useWatchedBatch } from './batch-store.ts';
import { chooseAmong } from './choice-store.ts';
import { InPlace } from './in-place.tsx';
import { PrintForm } from './print-form.tsx';
import { SingleDocuments } from './single-documents.tsx';
import { YearChoice } from './year-choice.tsx';

/** The documents of many units at once: what, where to, how far it has come, and what came of it. */
export default function PrintingScreen() {
  const { t } = useTranslation();
  const { info } = useReadyProgram();
  const { list, error, loading, ...state } = useListStore();
  const year = state.year ?? info.year;
  useEffect(() => {
    chooseAmong(year);
    void loadList(year);
  }, [year]);
  return (
    <main className={`${frame.page} ${frame.stack}`}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={paths.list()}>{t('program.home')}</Link>
        <Link href={paths.office()}>{t('office.title')}</Link>
      </nav>
      <ScreenHeading title={t('printing.title')} />
      <p>{t('printing.intro')}</p>
      <UnsavedOffice />
      <Batch year={year} />
      {list === null && loading && <p role="status">{t('printing.loading')}</p>}
      {error !== null && (
        <FailureNotice
          title={t('printing.listFailed')}
          message={error.message}
          onRetry={() => void loadList(year)}
        />
      )}
      <SingleDocuments key={year} year={year} />
    </main>
  );
}

/** What is printed has the office as it is saved. */
function UnsavedOffice() {
  const { t } = useTranslation();
  const unsaved = useOffice(isUnsaved);
  if (!unsaved) return null;
  return (
    <Notice tone="bad">
      <p>
        {t('printing.unsavedOffice')} <Link href={paths.office()}>{t('office.title')}</Link>
      </p>
    </Notice>
  );
}

/** What runs, or else what ran last and the form for the next. */
function Batch({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const { told, batch, suggestedFolder, error } = useWatchedBatch();
  const list = useListStore((state) => state.list);
  const running = isRunning(batch);
  return (
    <>
      {error !== null && (
        <FailureNotice
          title={t('printing.stateFailed')}
          message={error.message}
          onRetry={() => void readBatch()}
        />
      )}
      {batch !== null && (
        <InPlace key={`${batch.startedAt} ${running}`}>
          {running ? <BatchProgress batch={batch} /> : <BatchOutcome batch={batch} />}
        </InPlace>
      )}
      <YearChoice year={year} />
      {told && !running && list !== null && list.assessments.length === 0 && (
        <Notice>
          <p>{t('printing.empty', { year })}</p>
        </Notice>
      )}
      {told && !running && list !== null && list.assessments.length > 0 && (
        <PrintForm year={year} list={list} suggestedFolder={suggestedFolder} />
      )}
    </>
  );
}
