import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../frame/dialog.tsx';
import { sentence } from '../frame/sentence.ts';
import { timeText } from '../frame/time.ts';
import type { SessionState } from '../session/assessment-session.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { holdsRefused } from '../session/working-copy.ts';
import classes from './walk.module.css';

/** Whether the work is on the disk, in words. */
export function SaveNotice() {
  const { t } = useTranslation();
  const session = useSession();
  const save = useSessionState((state) => state.save);
  const refused = useSessionState(({ copy }) => holdsRefused(copy));
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.save} data-state={save.kind}>
      <p aria-live={save.kind === 'failed' || save.kind === 'conflict' ? 'polite' : 'off'}>
        <SaveWords save={save} refused={refused} />
      </p>
      {save.kind === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={() => void session.flush()}>
          {t('save.retry')}
        </Button>
      )}
      {save.kind === 'conflict' && (
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {t('save.loadSaved')}
        </Button>
      )}
      {asking && <LoadSavedDialog onClose={() => setAsking(false)} />}
    </div>
  );
}

function SaveWords({ save, refused }: { readonly save: SessionState['save']; readonly refused: boolean }) {
  const { t } = useTranslation();
  switch (save.kind) {
    case 'saved':
      return t(refused ? 'save.refused' : 'save.saved', { time: timeText(save.at) });
    case 'saving':
      return t('save.saving');
    case 'waiting':
      return t('save.waiting');
    case 'failed':
      return t('save.failed', { message: sentence(save.error.message) });
    case 'conflict':
      return t('save.conflict');
  }
}

function LoadSavedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const [error, setError] = useState<string | null>(null);
  async function load() {
    const reply = await session.loadSaved();
    if (reply.ok) onClose();
    else setError(reply.error.message);
  }
  return (
    <Dialog title={t('save.loadSavedTitle')} onClose={onClose}>
      <p>{t('save.loadSavedText')}</p>
      {error !== null && <p role="alert">{sentence(error)}</p>}
      <DialogActions>
        <Button variant="default" data-first-focus onClick={onClose}>
          {t('save.keep')}
        </Button>
        <Button onClick={() => void load()}>{t('save.loadSavedConfirm')}</Button>
      </DialogActions>
    </Dialog>
  );
}
