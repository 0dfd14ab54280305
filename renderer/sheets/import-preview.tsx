import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Assessment, answersOf, notesOf } from '../../criteria/assessment.ts';
import { scorecardOf } from '../../criteria/assessment-score.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { ImportUse } from '../../electron/api.ts';
import { DifferenceTable } from '../differences/difference-table.tsx';
import { PointsTable } from '../differences/points-table.tsx';
import { Announced } from '../frame/announced.tsx';
import { BusyButton } from '../frame/busy-button.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import { Part } from '../frame/part.tsx';
import { sentence } from '../frame/sentence.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { criteriaSet } from '../program.ts';
import { numberText } from '../wording.ts';
import { ImportDialog } from './import-dialog.tsx';
import { changesNothing, importDifferences, type PossibleImport } from './sheet-check.ts';
import classes from './sheets.module.css';
import { type CheckedFile, forgetRun, importFrom } from './sheets-store.ts';

interface ImportPreviewProps {
  readonly file: CheckedFile;
  readonly use: ImportUse;
  readonly year: number;
  readonly outlook: PossibleImport;
}

/** What would come of an import beside what is there now, and the button that does it. */
export function ImportPreview(props: ImportPreviewProps) {
  const { t } = useTranslation();
  const { use, year, outlook } = props;
  const pinned = outlook.outcome.criteriaSet;
  const { loaded, again } = useLoaded(
    () => criteriaSet(pinned.id, pinned.version),
    `${pinned.id}@${pinned.version}`,
  );
  switch (loaded.state) {
    case 'loading':
      return <p role="status">{t('program.loading')}</p>;
    case 'failed':
      return (
        <FailureNotice
          title={t('sheets.import.previewFailed')}
          message={loaded.error.message}
          onRetry={again}
        />
      );
    case 'ready':
      return (
        <Announced>
          <Part title={t('sheets.import.previewOf', { use: t(`sheets.import.use.${use}`, { year }) })}>
            <PreviewBy {...props} set={loaded.value} />
          </Part>
        </Announced>
      );
  }
}

function PreviewBy({ file, use, year, outlook, set }: ImportPreviewProps & { readonly set: CriteriaSet }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { present, outcome } = outlook;
  const found = importDifferences(set, outlook);
  const busy = file.run !== null && file.run.outcome === null;
  const over = file.run !== null && file.run.outcome !== null;
  const assessment = nameOf(outcome);
  const start = () => void importFrom(file, use, outlook);
  const ask = () => {
    forgetRun(file.key);
    setAsking(true);
  };
  const unneeded = changesNothing(set, outlook);
  return (
    <>
      <p>
        {unneeded
          ? t('sheets.import.changesNothing', { assessment })
          : present === null
            ? t(`sheets.import.fresh.${use}`, { assessment, ...countsOf(outcome) })
            : t('sheets.import.replaces', { assessment: nameOf(present) })}
      </p>
      {!unneeded && outlook.remarks.length > 0 && (
        <ul className={classes.remarks}>
          {outlook.remarks.map((remark) => (
            <li key={remark}>{sentence(remark)}</li>
          ))}
        </ul>
      )}
      {!unneeded && (
        <BusyButton busy={busy} onClick={present === null ? start : ask}>
          {t(`sheets.import.use.${use}`, { year })}
          {present === null ? '' : '…'}
        </BusyButton>
      )}
      {busy && <p role="status">{t('sheets.import.busy')}</p>}
      {found !== null &&
        !unneeded &&
        (found.length === 0 ? (
          <p>{t('sheets.import.same')}</p>
        ) : (
          <DifferenceTable set={set} differences={found} offered={t('sheets.import.offered')} />
        ))}
      <PointsTable
        set={set}
        now={present === null ? null : scorecardOf(set, present)}
        offered={scorecardOf(set, outcome)}
        offeredTitle={t('sheets.import.offered')}
      />
      {asking && !over && present !== null && (
        <ImportDialog
          assessment={nameOf(present)}
          differences={found?.length ?? 0}
          busy={busy}
          onClose={() => setAsking(false)}
          onConfirm={start}
        />
      )}
    </>
  );

  function nameOf({ unit, year }: Assessment): string {
    return t('walk.title', { unit: unit.name, year });
  }
}

function countsOf(assessment: Assessment): { readonly answers: string; readonly notes: string } {
  return {
    answers: numberText(Object.keys(answersOf(assessment)).length),
    notes: numberText(Object.keys(notesOf(assessment)).length),
  };
}
