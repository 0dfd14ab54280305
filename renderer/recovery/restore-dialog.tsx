import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberText } from '../../criteria/wording.ts';
import { callApi } from '../api-client.ts';
import { Dialog, DialogActions } from '../frame/dialog.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import { exactTimeText } from '../frame/time.ts';
import { forgetSession, settleSession } from '../session/open-sessions.ts';
import { type Preview, restorePreviewed } from './preview.ts';

interface RestoreDialogProps {
  readonly file: string;
  readonly preview: Preview;
  readonly onClose: () => void;
  /** The preview is out of date. */
  readonly onAgain: () => void;
  readonly onRestored: () => void;
}

/** Says what restoring does before it is done; closing it does nothing. */
export function RestoreDialog({ file, preview, onClose, onAgain, onRestored }: RestoreDialogProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { backup, current } = preview;
  async function restore() {
    setBusy(true);
    const restoring = await restorePreviewed(
      { call: callApi, settle: settleSession, forget: forgetSession },
      file,
      preview,
    );
    setBusy(false);
    if (restoring.kind === 'restored') return onRestored();
    setFailure(restoring.kind === 'unsaved' ? t('recovery.preview.obstacle.unsaved') : restoring.message);
    onAgain();
  }
  return (
    <Dialog
      title={t('recovery.confirm.title', { at: exactTimeText(backup.assessment.updatedAt) })}
      // NOTE: what has been sent cannot be called back, so the dialog stays until the answer is there.
      onClose={busy ? () => undefined : onClose}
    >
      {current.kind === 'readable' ? (
        <>
          <p>{t('recovery.confirm.text', { n: numberText(current.differences.length) })}</p>
          <p>{t('recovery.confirm.kept')}</p>
        </>
      ) : (
        <>
          <p>{t('recovery.confirm.whole')}</p>
          <p>{t('recovery.confirm.wholeKept')}</p>
        </>
      )}
      {busy && <p role="status">{t('recovery.confirm.busy')}</p>}
      {failure !== null && <FailureNotice title={t('recovery.confirm.failed')} message={failure} />}
      <DialogActions>
        <Button variant="default" data-first-focus disabled={busy} onClick={onClose}>
          {t('recovery.confirm.cancel')}
        </Button>
        <Button disabled={busy || failure !== null} onClick={() => void restore()}>
          {t('recovery.confirm.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
