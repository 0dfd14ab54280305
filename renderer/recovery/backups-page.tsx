import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { placeText } from '../../criteria/unit.ts';
import { numberText } from '../../criteria/wording.ts';
import type { Backup } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { FailureNotice } from '../frame/failure.tsx';
import { Mark, ProvisionalMark, StatusMark, VerdictMark } from '../frame/marks.tsx';
import { Notice } from '../frame/notice.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { sizeText } from '../frame/size.ts';
import { exactTimeText } from '../frame/time.ts';
import { paths } from '../paths.ts';
import { settleSession } from '../session/open-sessions.ts';
import { ExportButton } from './export-button.tsx';
import classes from './recovery.module.css';
import { useLoaded } from './use-loaded.ts';

/** The backups of one assessment, newest first. */
export function BackupsPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { loaded, again } = useLoaded(async () => {
    // What this window holds is saved first, so that its backup is among them.
    await settleSession(id);
    return callApi('backups.list', { id });
  }, id);
  if (loaded.state === 'loading') return <p role="status">{t('recovery.loading')}</p>;
  if (loaded.state === 'failed') {
    return (
      <>
        <ScreenHeading title={t('recovery.one.title')} />
        <FailureNotice title={t('recovery.one.failed')} message={loaded.error.message} onRetry={again} />
      </>
    );
  }
  const backups = loaded.value;
  const summary = backups.find((backup) => backup.good)?.summary;
  const assessment =
    summary === undefined ? id : t('walk.title', { unit: summary.unit.name, year: summary.year });
  return (
    <>
      <ScreenHeading title={t('recovery.one.titleOf', { assessment })} />
      <p>
        <Link href={paths.assessment(id)}>{t('recovery.toAssessment')}</Link>
      </p>
      {backups.length === 0 ? (
        <Notice>
          <p>{t('recovery.one.none')}</p>
        </Notice>
      ) : (
        <BackupTable backups={backups} id={id} />
      )}
    </>
  );
}

interface BackupTableProps {
  readonly id: string;
  readonly backups: readonly Backup[];
}

function BackupTable({ id, backups }: BackupTableProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.card}>
      <Table className={classes.table} verticalSpacing={6}>
        <caption className="visually-hidden">{t('recovery.one.caption')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('recovery.one.takenAt')}</Table.Th>
            <Table.Th scope="col">{t('recovery.one.commune')}</Table.Th>
            <Table.Th scope="col">{t('recovery.one.result')}</Table.Th>
            <Table.Th scope="col">{t('recovery.size')}</Table.Th>
            <Table.Th scope="col">{t('recovery.one.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {backups.map((backup) => (
            <BackupRow key={backup.file} id={id} backup={backup} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function BackupRow({ id, backup }: { readonly id: string; readonly backup: Backup }) {
  const { t } = useTranslation();
  const { file, reason, takenAt, size, inSecondFolderOnly, good } = backup;
  const at = exactTimeText(takenAt);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.when}>
        {at}
        <div className={classes.quiet}>{t(`recovery.one.reason.${reason}`)}</div>
        {inSecondFolderOnly && <div className={classes.quiet}>{t('recovery.one.secondOnly')}</div>}
      </Table.Th>
      {backup.good ? (
        <>
          <Table.Td className={classes.words}>
            {backup.summary.unit.name}
            <div className={classes.quiet}>{placeText(backup.summary.unit)}</div>
          </Table.Td>
          <Table.Td>
            <strong className={classes.figure}>
              {t('points.ofMax', {
                points: numberText(backup.summary.total),
                max: numberText(backup.summary.max),
              })}
            </strong>
            <div className={classes.marks}>
              <VerdictMark verdict={backup.summary.verdict} />
              <StatusMark status={backup.summary.status} />
              {backup.summary.provisional && <ProvisionalMark />}
            </div>
          </Table.Td>
        </>
      ) : (
        <Table.Td colSpan={2} className={classes.words}>
          <Mark tone="bad">{t('recovery.one.bad')}</Mark>
          <div>{sentence(backup.message)}</div>
        </Table.Td>
      )}
      <Table.Td className={classes.figure}>{sizeText(size)}</Table.Td>
      <Table.Td>
        <div className={classes.actions}>
          {good && (
            <Link href={paths.backup(id, file)} aria-label={t('recovery.one.viewOf', { at })}>
              {t('recovery.one.view')}
            </Link>
          )}
          <ExportButton place="backups" file={file} />
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
