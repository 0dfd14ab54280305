import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { sizeText } from '../../criteria/evidence.ts';
import type { RecoveredFile } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { ShowPlace } from '../desktop/show-place.tsx';
import { BusyButton } from '../frame/busy-button.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import { paged } from '../frame/paged.ts';
import { Pages } from '../frame/pages.tsx';
import { Part } from '../frame/part.tsx';
import { dateTimeText } from '../frame/time.ts';
import { paths } from '../paths.ts';
import { numberText } from '../wording.ts';
import { assessmentName } from './assessment-name.ts';
import { ExportButton } from './export-button.tsx';
import { recoveredText } from './recovered-text.ts';
import classes from './recovery.module.css';

const pageSize = 20;

type Acknowledge = (files: readonly string[]) => Promise<void>;

interface Acknowledging {
  readonly busy: boolean;
  readonly acknowledge: Acknowledge;
  readonly isSeen: (file: string) => boolean;
}

/** The assessments that were taken from a backup by themselves. */
export function RecoveredFiles({ recovered }: { readonly recovered: readonly RecoveredFile[] }) {
  const { t } = useTranslation();
  // NOTE: what is acknowledged here stays in its place until the page is left, so that a second press meets no other.
  const [seenHere, setSeenHere] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const fresh = recovered.filter(({ acknowledged, file }) => !acknowledged || seenHere.has(file));
  const before = recovered.filter(({ acknowledged, file }) => acknowledged && !seenHere.has(file));
  const unseen = fresh.filter(({ file }) => !seenHere.has(file));
  async function acknowledge(files: readonly string[]) {
    setBusy(true);
    const reply = await callApi('recovery.acknowledge', { files });
    setBusy(false);
    setError(reply.ok ? null : reply.error.message);
    if (reply.ok) setSeenHere((seen) => new Set([...seen, ...files]));
  }
  const acknowledging: Acknowledging = { busy, acknowledge, isSeen: (file) => seenHere.has(file) };
  return (
    <Part title={t('recovery.recovered.title')}>
      {recovered.length === 0 && <p>{t('recovery.recovered.none')}</p>}
      {fresh.length > 0 && <p>{t('recovery.recovered.intro')}</p>}
      {recovered.length > 0 && <ShowPlace place="damaged" />}
      {fresh.length > 1 && (
        <BusyButton
          variant="default"
          size="compact-sm"
          busy={busy || unseen.length === 0}
          onClick={() => void acknowledge(unseen.map(({ file }) => file))}
        >
          {t('recovery.recovered.acknowledgeAll')}
        </BusyButton>
      )}
      {error !== null && <FailureNotice title={t('recovery.recovered.acknowledgeFailed')} message={error} />}
      <p role="status" className={classes.quiet}>
        {seenHere.size > 0 && t('recovery.recovered.acknowledged', { n: numberText(seenHere.size) })}
      </p>
      <Entries label={t('recovery.recovered.pages')} recovered={fresh} acknowledging={acknowledging} />
      {before.length > 0 && (
        <details className={classes.details}>
          <summary>{t('recovery.recovered.before', { n: numberText(before.length) })}</summary>
          <Entries label={t('recovery.recovered.pagesBefore')} recovered={before} acknowledging={null} />
        </details>
      )}
    </Part>
  );
}

interface EntriesProps {
  /** Names the pages of these. */
  readonly label: string;
  readonly recovered: readonly RecoveredFile[];
  /** Null where all of them were acknowledged before. */
  readonly acknowledging: Acknowledging | null;
}

function Entries({ label, recovered, acknowledging }: EntriesProps) {
  const [page, setPage] = useState(1);
  const part = paged(recovered, page, pageSize);
  return (
    <>
      <Pages label={label} paged={part} onPage={setPage} />
      <ul className={classes.entries}>
        {part.items.map((entry) => (
          <Entry key={entry.file} entry={entry} acknowledging={acknowledging} />
        ))}
      </ul>
    </>
  );
}

interface EntryProps {
  readonly entry: RecoveredFile;
  readonly acknowledging: Acknowledging | null;
}

function Entry({ entry, acknowledging }: EntryProps) {
  const { t } = useTranslation();
  const { id, file, at, size } = entry;
  const seen = acknowledging?.isSeen(file) ?? true;
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
        {acknowledging !== null && (
          <BusyButton
            size="compact-sm"
            variant="outline"
            aria-label={t(seen ? 'recovery.recovered.seenOf' : 'recovery.recovered.acknowledgeOf', {
              assessment: assessmentName(t, entry),
            })}
            busy={acknowledging.busy || seen}
            onClick={() => void acknowledging.acknowledge([file])}
          >
            {t(seen ? 'recovery.recovered.seen' : 'recovery.recovered.acknowledge')}
          </BusyButton>
        )}
      </div>
    </li>
  );
}
