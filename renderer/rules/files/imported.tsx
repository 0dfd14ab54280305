import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApiError, OpenedSet } from '../../../electron/api.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { FailureNotice } from '../../frame/failure.tsx';
import { Notice } from '../../frame/notice.tsx';
import { paths } from '../../paths.ts';
import { setsChanged, useReadyProgram } from '../../program.ts';
import { localised } from '../../wording.ts';
import { useRoomCall } from '../room-call.ts';
import classes from './set-files.module.css';

/** What was taken in, and the ways on: to use it, to read it, to move drafts to it. */
export function Imported({ opened }: { readonly opened: OpenedSet }) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const { current } = useReadyProgram();
  const [busy, setBusy] = useState(false);
  const [used, setUsed] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const { set } = opened;
  const { id, version } = set;
  const inUse = current.ok && current.value.id === id && current.value.version === version;
  const values = { title: localised(set.title), version };
  async function use() {
    setBusy(true);
    setError(null);
    const reply = await call('criteria.use', { id, version });
    if (reply.ok) await setsChanged();
    setBusy(false);
    if (reply.ok) setUsed(true);
    else setError(reply.error);
  }
  return (
    <Notice tone="good" title={t('setFiles.done.title')} announce="status">
      <p>
        {set.fictional === true
          ? t('setFiles.done.textFictional', values)
          : t(inUse ? 'setFiles.done.textInUse' : 'setFiles.done.text', values)}
      </p>
      <div className={classes.actions}>
        {set.fictional !== true && (!inUse || used) && (
          <BusyButton busy={busy || used} onClick={() => void use()}>
            {t('setFiles.done.use')}
          </BusyButton>
        )}
        <Button component={Link} href={paths.ruleSet({ id, version })} variant="default">
          {t('setFiles.done.open')}
        </Button>
        {set.fictional !== true && (
          <Button component={Link} href={paths.movingTo({ id, version })} variant="default">
            {t('setFiles.done.move')}
          </Button>
        )}
      </div>
      {used && <p role="status">{t('setFiles.done.used')}</p>}
      {error !== null && (
        <FailureNotice
          title={t('setFiles.done.useFailed')}
          message={error.message}
          onRetry={() => void use()}
        />
      )}
    </Notice>
  );
}
