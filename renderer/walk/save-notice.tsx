import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ErrorCode } from '../../electron/api.ts';
import { Dialog, DialogActions } from '../frame/dialog.tsx';
import { focusHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { timeText } from '../frame/time.ts';
import { shortcutText } from '../keys/shortcuts.ts';
import { paths } from '../paths.ts';
import type { SessionState } from '../session/assessment-session.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { holdsRefused } from '../session/working-copy.ts';
import { say } from '../undo/said.ts';
import { stepAddress } from '../undo/step-address.ts';
import { stepText } from '../undo/step-text.ts';
import classes from './walk.module.css';

/** The file is not there any more, so that trying again does not help while its backups do. */
const lost: ReadonlySet<ErrorCode> = new Set(['not_found', 'damaged']);

/** Replaced answers and notes that are named; the others are counted. */
const namedAtMost = 5;

/** Whether the work is on the disk, in words. */
export function SaveNotice() {
  const { t } = useTranslation();
  const session = useSession();
  const id = useSessionState(({ assessment }) => assessment.id);
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
      {save.kind === 'failed' && lost.has(save.error.code) && (
        <Link href={paths.backups(id)}>{t('recovery.toBackups')}</Link>
      )}
      {asking && save.kind === 'conflict' && (
        <LoadSavedDialog message={save.message} onClose={() => setAsking(false)} />
      )}
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
      return t('save.conflict', { message: sentence(save.message) });
  }
}

interface LoadSavedDialogProps {
  /** Why the changes of this window cannot be saved. */
  readonly message: string;
  readonly onClose: () => void;
}

function LoadSavedDialog({ message, onClose }: LoadSavedDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const [error, setError] = useState<string | null>(null);
  async function load(keepMine: boolean) {
    const reply = await session.loadSaved(keepMine);
    if (!reply.ok) return setError(reply.error.message);
    onClose();
    focusHeading();
    const replaced = reply.value;
    if (replaced.length === 0) return;
    const { assessment, copy } = session.store.getState();
    const what = stepText(t, copy.set, replaced, namedAtMost);
    say({
      text: t('save.replaced', { what, keys: shortcutText('undo') }),
      link: { address: stepAddress(copy.set, assessment.id, replaced), text: t('undo.toField') },
    });
  }
  return (
    <Dialog title={t('save.loadSavedTitle')} onClose={onClose}>
      <p>
        {sentence(message)} {t('save.loadSavedText')}
      </p>
      {error !== null && <p role="alert">{sentence(error)}</p>}
      <DialogActions>
        <Button variant="default" data-first-focus onClick={onClose}>
          {t('save.keep')}
        </Button>
        <Button variant="default" onClick={() => void load(false)}>
          {t('save.loadSavedConfirm')}
        </Button>
        <Button onClick={() => void load(true)}>{t('save.loadSavedKeepMine')}</Button>
      </DialogActions>
    </Dialog>
  );
}
