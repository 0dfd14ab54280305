import { useTranslation } from 'react-i18next';
import { shortCode } from '../../criteria/short-code.ts';
import { placeText } from '../../criteria/unit.ts';
import type { SheetSummary } from '../../electron/api.ts';
import { ProvisionalMark, StatusMark, VerdictMark } from '../frame/marks.tsx';
import { dateText } from '../frame/time.ts';
import { numberText } from '../wording.ts';
import classes from './sheets.module.css';

/** What the sheet says, in short. */
export function SheetFacts({ sheet }: { readonly sheet: SheetSummary }) {
  const { t } = useTranslation();
  const { unit, year, status, revision, total, max, threshold, verdict, provisional } = sheet;
  return (
    <dl className={classes.facts}>
      <dt>{t('sheets.summary.unit')}</dt>
      <dd>
        <strong>{unit.name}</strong>, {placeText(unit)}
      </dd>
      <dt>{t('sheets.summary.year')}</dt>
      <dd>{year}</dd>
      <dt>{t('sheets.summary.status')}</dt>
      <dd>
        <StatusMark status={status} /> {t('sheets.summary.revision', { revision })}
      </dd>
      <dt>{t('sheets.summary.total')}</dt>
      <dd>
        <strong className={classes.figure}>
          {t('points.ofMax', { points: numberText(total), max: numberText(max) })}
        </strong>
        , {t('points.threshold', { threshold: numberText(threshold) })}
      </dd>
      <dt>{t('sheets.summary.verdict')}</dt>
      <dd>
        <VerdictMark verdict={verdict} /> {provisional && <ProvisionalMark />}
      </dd>
      <dt>{t('sheets.summary.date')}</dt>
      <dd>{dateText(sheet.date)}</dd>
      <dt>{t('sheets.summary.printedBy')}</dt>
      <dd>{t('sheets.summary.version', { version: sheet.printedBy })}</dd>
      <dt>{t('sheets.summary.code')}</dt>
      <dd className={classes.code}>{shortCode(sheet.sha256)}</dd>
    </dl>
  );
}
