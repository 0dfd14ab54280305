import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CopyFailure, Reply } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { BusyButton } from '../frame/busy-button.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import { Notice } from '../frame/notice.tsx';
import { sentence } from '../frame/sentence.ts';
import { numberText } from '../wording.ts';
import { assessmentName } from './assessment-name.ts';
import classes from './recovery.module.css';

/** Failures that are named; what stops one copy often stops all of them. */
const shownFailures = 5;

type Copying = Reply<{ readonly copied: number; readonly failed: readonly CopyFailure[] }> | 'busy' | null;

/** Copies every assessment to the second folder now, and says how many arrived. */
export function CopyAll({ onCopied }: { readonly onCopied: () => void }) {
  const { t } = useTranslation();
  const [copying, setCopying] = useState<Copying>(null);
  async function copyAll() {
    setCopying('busy');
    setCopying(await callApi('backups.copyAll', {}));
    onCopied();
  }
  return (
    <>
      <BusyButton busy={copying === 'busy'} onClick={() => void copyAll()}>
        {t('recovery.second.copyAll')}
      </BusyButton>
      <CopyWords copying={copying} />
    </>
  );
}

function CopyWords({ copying }: { readonly copying: Copying }) {
  const { t } = useTranslation();
  if (copying === null) return null;
  if (copying === 'busy') return <p role="status">{t('recovery.second.copying')}</p>;
  if (!copying.ok)
    return <FailureNotice title={t('recovery.second.copyFailed')} message={copying.error.message} />;
  const { copied, failed } = copying.value;
  const rest = failed.length - shownFailures;
  return (
    <>
      <p role="status">{t('recovery.second.copied', { n: numberText(copied) })}</p>
      {failed.length > 0 && (
        <Notice
          tone="bad"
          announce="alert"
          title={t('recovery.second.someFailed', { n: numberText(failed.length) })}
        >
          <ul className={classes.failures}>
            {failed.slice(0, shownFailures).map((failure) => (
              <li key={failure.id}>
                {assessmentName(t, failure)}: {sentence(failure.message)}
              </li>
            ))}
            {rest > 0 && <li>{t('recovery.second.more', { n: numberText(rest) })}</li>}
          </ul>
        </Notice>
      )}
    </>
  );
}
