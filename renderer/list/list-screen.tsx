import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AssessmentList } from '../../electron/api.ts';
import { AssessorButton } from '../assessors/assessor-button.tsx';
import { ShowPlace } from '../desktop/show-place.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import frame from '../frame/frame.module.css';
import { Notice } from '../frame/notice.tsx';
import { paged } from '../frame/paged.ts';
import { Pages } from '../frame/pages.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { hostText } from '../host-text.ts';
import { paths } from '../paths.ts';
import { PreferencesButton } from '../preferences/preferences-button.tsx';
import { useReadyProgram } from '../program.ts';
import { numberText } from '../wording.ts';
import { arranged, tally } from './arrange.ts';
import { AssessmentTable } from './assessment-table.tsx';
import classes from './list.module.css';
import {
  chooseFilter,
  chooseOrder,
  choosePage,
  forgetSampleOutcome,
  loadList,
  loadSample,
  useListStore,
} from './list-store.ts';
import { ProvisionalNotice } from './provisional-notice.tsx';
import { ResumeLine } from './resume-line.tsx';
import { TroubleNotices } from './trouble-notices.tsx';
import { UnsavedWork } from './unsaved-work.tsx';

/** Lines of the table at a time, so that 10,600 assessments stay quick. */
const pageSize = 100;

export function ListScreen() {
  const { t } = useTranslation();
  const { info, current } = useReadyProgram();
  const { list, error, loading, ...state } = useListStore();
  const year = state.year ?? info.year;
  useEffect(() => {
    void loadList(year);
  }, [year]);
  useEffect(() => forgetSampleOutcome, []);

  return (
    <main className={`${frame.page} ${classes.stack}`}>
      <header className={classes.header}>
        <div>
          <p className={classes.program}>{t('program.name')}</p>
          <ScreenHeading title={t('list.title')} />
          <nav className={classes.ways} aria-label={t('list.ways')}>
            <Link href={paths.printing()}>{t('printing.title')}</Link>
            <Link href={paths.office()}>{t('office.title')}</Link>
            <Link href={paths.rules()}>{t('rules.title')}</Link>
            <Link href={paths.sheets()}>{t('sheets.title')}</Link>
            <Link href={paths.recovery()}>{t('recovery.title')}</Link>
          </nav>
        </div>
        <div className={classes.actions}>
          <PreferencesButton />
          <AssessorButton />
          {list !== null && list.assessments.length > 0 && <SampleButton year={year} variant="default" />}
          <Button component={Link} href={paths.newAssessment()}>
            {t('list.new')}
          </Button>
        </div>
      </header>
      {list !== null && <ResumeLine assessments={list.assessments} />}
      {current.ok ? (
        <ProvisionalNotice set={current.value} />
      ) : (
        <Notice tone="bad">
          <p>
            {sentence(hostText(current.error.message))} <Link href={paths.rules()}>{t('rules.title')}</Link>
          </p>
        </Notice>
      )}
      {error !== null && (
        <FailureNotice
          title={t('list.failedTitle')}
          message={error.message}
          onRetry={() => void loadList(year)}
        />
      )}
      {!loading && <UnsavedWork />}
      <SampleOutcome />
      {list === null && loading && <p role="status">{t('list.loading')}</p>}
      {list !== null && <TroubleNotices list={list} />}
      {list !== null && <Assessments year={year} list={list} />}
      <footer className={classes.foot}>
        <p>{t('program.foot', { version: info.version, folder: info.dataFolder })}</p>
        <ShowPlace place="data" />
        <Link href={paths.about()}>{t('about.title')}</Link>
      </footer>
    </main>
  );
}

function Assessments({ year, list }: { readonly year: number; readonly list: AssessmentList }) {
  const { t } = useTranslation();
  const { info } = useReadyProgram();
  const filter = useListStore((state) => state.filter);
  const order = useListStore((state) => state.order);
  const page = useListStore((state) => state.page);
  const card = useRef<HTMLElement>(null);
  const shown = useMemo(() => arranged(list.assessments, filter, order), [list.assessments, filter, order]);
  const part = paged(shown, page, pageSize);
  const years = [...new Set([info.year, year, ...list.years])].sort((a, b) => b - a);
  const empty = list.assessments.length === 0;

  return (
    <>
      <div className={classes.tools}>
        <NativeSelect
          className={classes.year}
          label={t('list.year')}
          value={year}
          data={years.map(String)}
          onChange={(event) => void loadList(Number(event.currentTarget.value))}
        />
        {!empty && (
          <TextInput
            className={classes.filter}
            label={t('list.filter')}
            value={filter}
            autoComplete="off"
            onChange={(event) => chooseFilter(event.currentTarget.value)}
          />
        )}
        {!empty && (
          <p className={classes.summary} role="status">
            {t('list.summary', numbersIn(tally(list.assessments)))}{' '}
            {shown.length < list.assessments.length &&
              t('list.filtered', numbersIn({ shown: shown.length, total: list.assessments.length }))}
          </p>
        )}
      </div>
      {empty && <EmptyYear year={year} />}
      {!empty && shown.length === 0 && (
        <Notice>
          <p>{t('list.noMatch', { filter })}</p>
          <Button variant="default" onClick={() => chooseFilter('')}>
            {t('list.clearFilter')}
          </Button>
        </Notice>
      )}
      {shown.length > 0 && (
        <>
          <Pages label={t('list.pages')} paged={part} onPage={choosePage} />
          <section ref={card} className={classes.card} aria-label={t('list.caption', { year })} tabIndex={-1}>
            <AssessmentTable
              caption={t('list.caption', { year })}
              assessments={part.items}
              order={order}
              onOrder={chooseOrder}
            />
          </section>
          <Pages
            below
            label={t('list.pagesBelow')}
            paged={part}
            onPage={(next) => {
              choosePage(next);
              // Whoever has read to the end of a page goes on at the beginning of the next.
              card.current?.focus({ preventScroll: true });
              card.current?.scrollIntoView();
            }}
          />
        </>
      )}
    </>
  );
}

function numbersIn<K extends string>(counts: Readonly<Record<K, number>>): Record<K, string> {
  const texts = Object.entries<number>(counts).map(([key, count]) => [key, numberText(count)]);
  return Object.fromEntries(texts) as Record<K, string>;
}

function EmptyYear({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  return (
    <section className={classes.empty}>
      <h2>{t('list.emptyTitle', { year })}</h2>
      <p>{t('list.emptyText')}</p>
      <p>{t('list.emptySample')}</p>
      <SampleButton year={year} variant="outline" />
    </section>
  );
}

function SampleButton({ year, variant }: { readonly year: number; readonly variant: string }) {
  const { t } = useTranslation();
  const loading = useListStore(({ sample }) => sample.state === 'loading');
  return (
    <Button variant={variant} disabled={loading} onClick={() => void loadSample(year)}>
      {loading ? t('list.sampleLoading') : t('list.sample')}
    </Button>
  );
}

function SampleOutcome() {
  const { t } = useTranslation();
  const sample = useListStore((state) => state.sample);
  if (sample.state === 'failed')
    return <FailureNotice title={t('list.sample')} message={sample.error.message} />;
  if (sample.state !== 'loaded') return null;
  return (
    <Notice tone="good" announce="status">
      <p>{sample.created > 0 ? t('list.sampleLoaded', { n: sample.created }) : t('list.sampleAlready')}</p>
    </Notice>
  );
}
