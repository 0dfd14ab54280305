import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryOverview } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { ChooseFolder } from '../desktop/choose-folder.tsx';
import { ShowPlace } from '../desktop/show-place.tsx';
import { Announced } from '../frame/announced.tsx';
import { BusyButton } from '../frame/busy-button.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import { Part } from '../frame/part.tsx';
import { pastedPath } from '../frame/pasted-path.ts';
import { sentence } from '../frame/sentence.ts';
import { CopyAll } from './copy-all.tsx';
import classes from './recovery.module.css';
import { StorageTroubles } from './storage-troubles.tsx';

interface SecondFolderPartProps {
  readonly overview: RecoveryOverview;
  readonly onChanged: (overview: RecoveryOverview) => void;
  readonly onCopied: () => void;
}

/** The second folder, such as a USB drive: said, set, changed, no longer used. */
export function SecondFolderPart({ overview, onChanged, onCopied }: SecondFolderPartProps) {
  const { t } = useTranslation();
  const { secondFolder, troubles } = overview;
  const [typed, setTyped] = useState(secondFolder ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const [stopFailure, setStopFailure] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  function type(path: string) {
    setFault(null);
    setTyped(path);
  }

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
    const folder = pastedPath(typed);
    if (folder === '') return setFault(t('recovery.second.missing'));
    const reply = await choose(folder);
    if (!reply.ok) return setFault(reply.error.message);
    setTyped(folder);
    setOutcome(t('recovery.second.setDone', { folder }));
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
        {secondFolder === null
          ? t('recovery.second.none')
          : t('recovery.second.used', { folder: secondFolder })}
      </p>
      {secondFolder !== null && <ShowPlace key={secondFolder} place="secondFolder" />}
      <StorageTroubles troubles={troubles} about={['second_folder']} />
      <form className={classes.form} onSubmit={(event) => void use(event)} noValidate>
        <TextInput
          className={classes.field}
          label={t('recovery.second.folder')}
          description={t('recovery.second.hint')}
          error={fault === null ? undefined : sentence(fault)}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <div className={classes.actions}>
          <ChooseFolder purpose="secondFolder" from={typed} onChosen={type} />
          <BusyButton type="submit" variant="default" busy={busy}>
            {t(secondFolder === null ? 'recovery.second.set' : 'recovery.second.change')}
          </BusyButton>
          {secondFolder !== null && (
            <BusyButton variant="default" busy={busy} onClick={() => void stop(secondFolder)}>
              {t('recovery.second.stop')}
            </BusyButton>
          )}
        </div>
      </form>
      {outcome !== null && (
        <Announced key={outcome}>
          <p role="status" className={classes.folder}>
            {outcome}
          </p>
        </Announced>
      )}
      {stopFailure !== null && (
        <FailureNotice title={t('recovery.second.stopFailed')} message={stopFailure} />
      )}
      {secondFolder !== null && <CopyAll key={secondFolder} onCopied={onCopied} />}
    </Part>
  );
}
