import { useTranslation } from 'react-i18next';
import { BusyButton } from '../frame/busy-button.tsx';
import { Dialog, DialogActions } from '../frame/dialog.tsx';
import { exactTimeText } from '../frame/time.ts';
import { numberText } from '../wording.ts';
import type { Preview } from './preview.ts';
import { useRestoreRun } from './restore-run.ts';

interface RestoreDialogProps {
  readonly preview: Preview;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Says what restoring does before it is done; closing it does nothing. */
export function RestoreDialog({ preview, onClose, onConfirm }: RestoreDialogProps) {
  const { t } = useTranslation();
  const busy = useRestoreRun(({ run }) => run !== null && run.outcome === null);
  const { backup, current } = preview;
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
          {current.kind === 'damaged' && <p>{t('recovery.confirm.wholeKept')}</p>}
        </>
      )}
      {busy && <p role="status">{t('recovery.confirm.busy')}</p>}
      <DialogActions>
        <BusyButton variant="default" data-first-focus busy={busy} onClick={onClose}>
          {t('recovery.confirm.cancel')}
        </BusyButton>
        <BusyButton busy={busy} onClick={onConfirm}>
          {t('recovery.confirm.confirm')}
        </BusyButton>
      </DialogActions>
    </Dialog>
  );
}
