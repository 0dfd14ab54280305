import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryOverview, SecondFolder } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { FailureNotice } from '../frame/failure.tsx';
import { Notice } from '../frame/notice.tsx';
import { sentence } from '../frame/sentence.ts';
import { CopyAll } from './copy-all.tsx';
import { Part } from './part.tsx';
import classes from './recovery.module.css';

interface SecondFolderPartProps {
  readonly second: SecondFolder | null;
  readonly onChanged: (overview: RecoveryOverview) => void;
  readonly onCopied: () => void;
}

/** The second folder, such as a USB drive: said, set, changed, no longer used. */
export function SecondFolderPart({ second, onChanged, onCopied }: SecondFolderPartProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(second?.folder ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const [stopFailure, setStopFailure] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function choose(folder: string | null) {
    setBusy(true);
    const reply = await callApi('backups.setSecondFolder', { folder });
    setBusy(false);
    if (reply.ok) onChanged(reply.value);
    return reply;
  }

  async function use(event: FormEvent) {
    event.preventDefault();
    setOutcome(null);
    const folder = typed.trim();
    if (folder === '') return setFault(t('recovery.second.missing'));
    const reply = await choose(folder);
    if (reply.ok) setOutcome(t('recovery.second.setDone', { folder }));
    else setFault(reply.error.message);
  }

  async function stop(folder: string) {
    setOutcome(null);
    const reply = await choose(null);
    setStopFailure(reply.ok ? null : reply.error.message);
    if (!reply.ok) return;
    setTyped('');
    setFault(null);
    setOutcome(t('recovery.second.stopDone', { folder }));
  }

  return (
    <Part title={t('recovery.second.title')}>
      <p>{t('recovery.second.intro')}</p>
      <p className={classes.folder}>
        {second === null ? t('recovery.second.none') : t('recovery.second.used', { folder: second.folder })}
      </p>
      {second !== null && second.trouble !== null && (
        <Notice tone="bad">
          <p>
            {t('recovery.second.trouble')} {sentence(second.trouble)}
          </p>
        </Notice>
      )}
      <form className={classes.form} onSubmit={(event) => void use(event)} noValidate>
        <TextInput
          className={classes.field}
          label={t('recovery.second.folder')}
          description={t('recovery.second.hint')}
          error={fault === null ? undefined : sentence(fault)}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setFault(null);
            setTyped(event.currentTarget.value);
          }}
        />
        <div className={classes.actions}>
          <Button type="submit" variant="default" disabled={busy}>
            {t(second === null ? 'recovery.second.set' : 'recovery.second.change')}
          </Button>
          {second !== null && (
            <Button variant="default" disabled={busy} onClick={() => void stop(second.folder)}>
              {t('recovery.second.stop')}
            </Button>
          )}
        </div>
      </form>
      {outcome !== null && (
        <p role="status" className={classes.folder}>
          {outcome}
        </p>
      )}
      {stopFailure !== null && (
        <FailureNotice title={t('recovery.second.stopFailed')} message={stopFailure} />
      )}
      {second !== null && <CopyAll key={second.folder} onCopied={onCopied} />}
    </Part>
  );
}
