import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError, CriteriaOverview, SetLine } from '../../../electron/api.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Dialog, DialogActions } from '../../frame/dialog.tsx';
import { FailureNotice } from '../../frame/failure.tsx';
import { hostText } from '../../host-text.ts';
import { setsChanged } from '../../program.ts';
import { localised } from '../../wording.ts';
import { useRoomCall } from '../room-call.ts';

interface UseDialogProps {
  readonly line: SetLine;
  readonly onClose: () => void;
  readonly onUsed: (overview: CriteriaOverview) => void;
}

/** Asks before another version counts for new assessments. */
export function UseDialog({ line, onClose, onUsed }: UseDialogProps) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  async function use() {
    setBusy(true);
    const reply = await call('criteria.use', { id: line.id, version: line.version });
    setBusy(false);
    if (!reply.ok) return setError(reply.error);
    await setsChanged();
    onUsed(reply.value);
  }
  return (
    <Dialog title={t('rules.useTitle')} onClose={onClose}>
      <p>{t('rules.useText', { title: localised(line.title), version: line.version })}</p>
      {error !== null && <FailureNotice title={t('rules.useFailed')} message={hostText(error.message)} />}
      <DialogActions>
        <Button data-first-focus variant="default" onClick={onClose}>
          {t('rules.cancel')}
        </Button>
        <BusyButton busy={busy} onClick={() => void use()}>
          {t('rules.use')}
        </BusyButton>
      </DialogActions>
    </Dialog>
  );
}
