import { TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { create } from 'zustand';
import type { BackedUpAssessment } from '../../electron/api.ts';
import { filterable, filterOf } from '../frame/filter.ts';
import { paged } from '../frame/paged.ts';
import { Pages } from '../frame/pages.tsx';
import { Part } from '../frame/part.tsx';
import { paths } from '../paths.ts';
import { numberText } from '../wording.ts';
import { assessmentName } from './assessment-name.ts';
import classes from './recovery.module.css';

const pageSize = 30;

/** What was looked for, and where; outlives the page, so that one comes back to the same place. */
const useLooking = create<{ readonly filter: string; readonly page: number }>(() => ({
  filter: '',
  page: 1,
}));

const vietnamese = new Intl.Collator('vi', { numeric: true });

/** The way to the backups of each assessment. */
export function BackedUpAssessments({
  assessments,
}: {
  readonly assessments: readonly BackedUpAssessment[];
}) {
  const { t } = useTranslation();
  const { filter, page } = useLooking();
  const lines = useMemo(() => linesOf(assessments), [assessments]);
  if (assessments.length === 0) {
    return (
      <Part title={t('recovery.list.title')}>
        <p>{t('recovery.list.none')}</p>
      </Part>
    );
  }
  const matches = filterOf(filter);
  const found = lines.filter(({ text }) => matches(text));
  const part = paged(found, page, pageSize);
  return (
    <Part title={t('recovery.list.title')}>
      <TextInput
        className={classes.field}
        label={t('recovery.list.filter')}
        autoComplete="off"
        value={filter}
        onChange={(event) => useLooking.setState({ filter: event.currentTarget.value, page: 1 })}
      />
      <p role="status" className={classes.quiet}>
        {found.length === 0
          ? t('recovery.list.noMatch', { filter })
          : t('recovery.list.count', { n: numberText(found.length) })}
      </p>
      <Pages
        below
        label={t('recovery.list.pages')}
        paged={part}
        onPage={(next) => useLooking.setState({ page: next })}
      />
      <ul className={classes.columns}>
        {part.items.map(({ assessment: { id, unitName } }) => (
          <li key={id}>
            <Link href={paths.backups(id)}>{assessmentName(t, { id, unitName })}</Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface Line {
  readonly assessment: BackedUpAssessment;
  readonly text: string;
}

/** By name, the latest year first; those that cannot be read now before all others. */
function linesOf(assessments: readonly BackedUpAssessment[]): readonly Line[] {
  return assessments
    .map((assessment) => ({
      assessment,
      text: filterable(assessment.unitName, assessment.year, assessment.id),
    }))
    .sort(
      ({ assessment: a }, { assessment: b }) =>
        vietnamese.compare(a.unitName ?? '', b.unitName ?? '') || b.year - a.year,
    );
}
