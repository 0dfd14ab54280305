import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { sizeText } from '../../criteria/evidence.ts';
import { placeText } from '../../criteria/unit.ts';
import type { ApiError, Backup, OpenedAssessment, Reply } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { DeadEndInside } from '../frame/failure.tsx';
import { Mark, ProvisionalMark, StatusMark, VerdictMark } from '../frame/marks.tsx';
import { Notice } from '../frame/notice.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { exactTimeText } from '../frame/time.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { paths } from '../paths.ts';
import { settleSession } from '../session/open-sessions.ts';
import { numberText } from '../wording.ts';
import { assessmentName } from './assessment-name.ts';
import { ExportButton } from './export-button.tsx';
import classes from './recovery.module.css';

interface Backups {
  readonly backups: readonly Backup[];
  /** The assessment itself, as far as it can be opened. */
  readonly opened: Reply<OpenedAssessment>;
}

async function loadBackups(id: string): Promise<Reply<Backups>> {
  // What this window holds is saved first, so that its backup is among them.
  await settleSession(id);
  // NOTE: one after the other, because a damaged file is replaced by a backup when it is opened.
  const opened = await callApi('assessments.open', { id });
  const backups = await callApi('backups.list', { id });
  return backups.ok ? { ok: true, value: { backups: backups.value, opened } } : backups;
}

/** The backups of one assessment, newest first. */
export function BackupsPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { loaded, again } = useLoaded(() => loadBackups(id), id);
  if (loaded.state === 'failed') {
    return (
      <DeadEndInside
        title={t('recovery.one.failed')}
        message={loaded.error.message}
        onRetry={again}
        href={paths.recovery()}
        back={t('recovery.one.back')}
      />
    );
  }
  if (loaded.state === 'ready' && isUnknown(loaded.value)) {
    return (
      <DeadEndInside
        title={t('failure.noAssessmentTitle')}
        message={t('recovery.one.unknown', { id })}
        href={paths.recovery()}
        back={t('recovery.one.back')}
      />
    );
  }
  const unitName = loaded.state === 'ready' ? unitNameOf(loaded.value) : null;
  return (
    <>
      <ScreenHeading title={t('recovery.one.titleOf', { assessment: assessmentName(t, { id, unitName }) })} />
      {loaded.state === 'ready' ? (
        <BackupsOf id={id} loaded={loaded.value} />
      ) : (
        <p role="status">{t('recovery.loading')}</p>
      )}
    </>
  );
}

function isUnknown({ backups, opened }: Backups): boolean {
  return backups.length === 0 && !opened.ok && opened.error.code === 'not_found';
}

function unitNameOf({ backups, opened }: Backups): string | null {
  if (opened.ok) return opened.value.assessment.unit.name;
  return backups.find((backup) => backup.good)?.summary.unit.name ?? null;
}

function BackupsOf({ id, loaded }: { readonly id: string; readonly loaded: Backups }) {
  const { t } = useTranslation();
  const { backups, opened } = loaded;
  const way = opened.ok ? null : wayOn(opened.error, backups);
  return (
    <>
      {opened.ok ? (
        <p>
          <Link href={paths.assessment(id)}>{t('recovery.toAssessment')}</Link>
        </p>
      ) : (
        <Notice tone="bad" title={t('recovery.one.notOpened')}>
          <p>
            {sentence(opened.error.message)} {way !== null && t(`recovery.one.way.${way}`)}
          </p>
        </Notice>
      )}
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

/** What to do about an assessment that cannot be opened, where the message does not say so itself. */
function wayOn({ code }: ApiError, backups: readonly Backup[]): 'restore' | 'export' | 'wait' | null {
  if (code === 'newer_format') return null;
  if (code !== 'damaged' && code !== 'not_found') return 'wait';
  return backups.some(({ good }) => good) ? 'restore' : 'export';
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
            <Table.Th scope="col">{t('recovery.one.savedAt')}</Table.Th>
            <Table.Th scope="col">{t('recovery.one.commune')}</Table.Th>
            <Table.Th scope="col">{t('recovery.one.result')}</Table.Th>
            <Table.Th scope="col">{t('recovery.size')}</Table.Th>
            <Table.Th scope="col">{t('recovery.one.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {backups.map((backup, index) => (
            <BackupRow
              key={backup.place + backup.file}
              id={id}
              backup={backup}
              number={numberText(index + 1)}
              total={numberText(backups.length)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface BackupRowProps {
  readonly id: string;
  readonly backup: Backup;
  /** Its place among all, the newest being 1. */
  readonly number: string;
  readonly total: string;
}

function BackupRow({ id, backup, number, total }: BackupRowProps) {
  const { t } = useTranslation();
  const { file, reason, takenAt, size, place, good } = backup;
  const taken = t('recovery.one.taken', { at: exactTimeText(takenAt) });
  const at = backup.good ? exactTimeText(backup.summary.updatedAt) : taken;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.when}>
        {at}
        {backup.good && <div className={classes.quiet}>{taken}</div>}
        <div className={classes.quiet}>{t(`recovery.one.reason.${reason}`)}</div>
        {place !== 'here' && <div className={classes.quiet}>{t(`recovery.one.place.${place}`)}</div>}
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
            <Link href={paths.backup(id, file)} aria-label={t('recovery.one.viewOf', { number, total, at })}>
              {t('recovery.one.view')}
            </Link>
          )}
          <ExportButton place="backups" file={file} />
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
