import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { numberText } from '../../criteria/wording.ts';
import type { RecoveredFile } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { FailureNotice } from '../frame/failure.tsx';
import { focusHeading } from '../frame/screen.tsx';
import { sizeText } from '../frame/size.ts';
import { dateTimeText } from '../frame/time.ts';
import { paths } from '../paths.ts';
import { ExportButton } from './export-button.tsx';
import { Part } from './part.tsx';
import { recoveredText } from './recovered-text.ts';
import classes from './recovery.module.css';

interface RecoveredFilesProps {
  readonly recovered: readonly RecoveredFile[];
  readonly onAcknowledged: () => void;
}

/** The assessments that were taken from a backup because their files were damaged. */
export function RecoveredFiles({ recovered, onAcknowledged }: RecoveredFilesProps) {
  const { t } = useTranslation();
  const fresh = recovered.filter(({ acknowledged }) => !acknowledged);
  const seen = recovered.filter(({ acknowledged }) => acknowledged);
  return (
    <Part title={t('recovery.recovered.title')}>
      {recovered.length === 0 && <p>{t('recovery.recovered.none')}</p>}
      {fresh.length > 0 && (
        <>
          <p>{t('recovery.recovered.intro')}</p>
          <Entries recovered={fresh} onAcknowledged={onAcknowledged} />
        </>
      )}
      {seen.length > 0 && (
        <details className={classes.details}>
          <summary>{t('recovery.recovered.before', { n: numberText(seen.length) })}</summary>
          <Entries recovered={seen} onAcknowledged={onAcknowledged} />
        </details>
      )}
    </Part>
  );
}

function Entries({ recovered, onAcknowledged }: RecoveredFilesProps) {
  return (
    <ul className={classes.entries}>
      {recovered.map((entry) => (
        <Entry key={entry.file} entry={entry} onAcknowledged={onAcknowledged} />
      ))}
    </ul>
  );
}

interface EntryProps {
  readonly entry: RecoveredFile;
  readonly onAcknowledged: () => void;
}

function Entry({ entry, onAcknowledged }: EntryProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<string | null>(null);
  const { id, file, at, size, unitName, year, acknowledged } = entry;
  const assessment = unitName === null ? id : t('walk.title', { unit: unitName, year });
  async function acknowledge() {
    const reply = await callApi('recovery.acknowledge', { file });
    if (!reply.ok) return setError(reply.error.message);
    onAcknowledged();
    focusHeading();
  }
  return (
    <li>
      <p>{recoveredText(t, entry)}</p>
      <p className={classes.quiet}>
        {t('recovery.recovered.found', { at: dateTimeText(at), size: sizeText(size), file })}
      </p>
      <div className={classes.actions}>
        <Link href={paths.assessment(id)}>{t('recovery.toAssessment')}</Link>
        <Link href={paths.backups(id)}>{t('recovery.toBackups')}</Link>
        <ExportButton place="damaged" file={file} />
        {!acknowledged && (
          <Button
            size="compact-sm"
            variant="outline"
            aria-label={t('recovery.recovered.acknowledgeOf', { assessment })}
            onClick={() => void acknowledge()}
          >
            {t('recovery.recovered.acknowledge')}
          </Button>
        )}
      </div>
      {error !== null && <FailureNotice title={t('recovery.recovered.acknowledgeFailed')} message={error} />}
    </li>
  );
}
