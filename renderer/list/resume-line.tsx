import { Button } from '@mantine/core';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AssessmentSummary } from '../../electron/api.ts';
import { dateTimeText, spanText } from '../frame/time.ts';
import { paths } from '../paths.ts';
import { numberText } from '../wording.ts';
import classes from './list.module.css';
import { lastDraft } from './resume.ts';

/** The way back to the task list that somebody left last; nothing where no draft is there. */
export function ResumeLine({ assessments }: { readonly assessments: readonly AssessmentSummary[] }) {
  const { t } = useTranslation();
  const about = useId();
  const draft = useMemo(() => lastDraft(assessments), [assessments]);
  if (draft === undefined) return null;
  const { id, unit, year, updatedAt, answered, indicators } = draft;
  const span = spanText(updatedAt, new Date().toISOString());
  const when = span === null ? t('resume.at', { at: dateTimeText(updatedAt) }) : t('resume.since', { span });
  return (
    <p className={classes.resume}>
      <Button component={Link} href={paths.assessment(id)} aria-describedby={about} size="xs" variant="light">
        {t('resume.go')}
      </Button>
      <span id={about}>
        <strong>{t('walk.title', { unit: unit.name, year })}</strong>{' '}
        <span className={classes.quiet}>
          {t('resume.line', {
            when,
            answered: numberText(answered),
            indicators: numberText(indicators),
          })}
        </span>
      </span>
    </p>
  );
}
