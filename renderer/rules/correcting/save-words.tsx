import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../../frame/dialog.tsx';
import { focusHeading } from '../../frame/screen.tsx';
import { sentence } from '../../frame/sentence.ts';
import { timeText } from '../../frame/time.ts';
import type { SaveState } from '../../session/autosave.ts';
import classes from './correcting.module.css';
import { useEditing } from './editing.ts';

/** Whether the draft is on the disk, in words, and what to do where it is not. */
export function SaveWords() {
  const { t } = useTranslation();
  const { saveState, refused, flush } = useEditing();
  const [asking, setAsking] = useState(false);
  const troubled = saveState.kind === 'failed' || saveState.kind === 'conflict';
  return (
    <div className={classes.save} data-state={saveState.kind}>
      <p aria-live={troubled ? 'polite' : 'off'}>
        <Words saveState={saveState} refused={Object.keys(refused).length} />
      </p>
      {saveState.kind === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={() => void flush()}>
          {t('save.retry')}
        </Button>
      )}
      {saveState.kind === 'conflict' && (
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {t('save.loadSaved')}
        </Button>
      )}
      {asking && saveState.kind === 'conflict' && (
        <LoadSavedDialog message={saveState.message} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

function Words({ saveState, refused }: { readonly saveState: SaveState; readonly refused: number }) {
  const { t } = useTranslation();
  switch (saveState.kind) {
    case 'saved':
      return refused > 0
        ? t('correcting.save.refused', { n: refused, time: timeText(saveState.at) })
        : t('save.saved', { time: timeText(saveState.at) });
    case 'saving':
      return t('save.saving');
    case 'waiting':
      return t('save.waiting');
    case 'failed':
      return t('save.failed', { message: sentence(saveState.error.message) });
    case 'conflict':
      return t('correcting.save.conflict', { message: sentence(saveState.message) });
  }
}

interface LoadSavedDialogProps {
  /** Why the changes of this window cannot be saved. */
  readonly message: string;
  readonly onClose: () => void;
}

/** Nothing is written over what another window saved: it is shown instead, and only when asked for. */
function LoadSavedDialog({ message, onClose }: LoadSavedDialogProps) {
  const { t } = useTranslation();
  const { loadSaved } = useEditing();
  return (
    <Dialog title={t('save.loadSavedTitle')} onClose={onClose}>
      <p>{sentence(message)}</p>
      <p>{t('correcting.save.loadText')}</p>
      <DialogActions>
        <Button variant="default" data-first-focus onClick={onClose}>
          {t('save.keep')}
        </Button>
        <Button
          onClick={() =>
            void loadSaved().then(() => {
              onClose();
              focusHeading();
            })
          }
        >
          {t('save.loadSavedConfirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
