import { useTranslation } from 'react-i18next';
import { BusyButton } from '../frame/busy-button.tsx';
import { Dialog, DialogActions } from '../frame/dialog.tsx';
import { numberText } from '../wording.ts';

interface ImportDialogProps {
  /** Whose figures give way. */
  readonly assessment: string;
  /** In how many places they differ. */
  readonly differences: number;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Says what gives way before it does; closing it does nothing. */
export function ImportDialog(props: ImportDialogProps) {
  const { t } = useTranslation();
  const { assessment, differences, busy, onClose, onConfirm } = props;
  return (
    <Dialog
      title={t('sheets.import.confirm.title', { assessment })}
      // NOTE: what has been sent cannot be called back, so the dialog stays until the answer is there.
      onClose={busy ? () => undefined : onClose}
    >
      <p>{t('sheets.import.confirm.text', { n: numberText(differences) })}</p>
      <p>{t('sheets.import.confirm.kept')}</p>
      {busy && <p role="status">{t('sheets.import.busy')}</p>}
      <DialogActions>
        <BusyButton variant="default" data-first-focus busy={busy} onClick={onClose}>
          {t('sheets.import.confirm.cancel')}
        </BusyButton>
        <BusyButton busy={busy} onClick={onConfirm}>
          {t('sheets.import.confirm.confirm')}
        </BusyButton>
      </DialogActions>
    </Dialog>
  );
}
