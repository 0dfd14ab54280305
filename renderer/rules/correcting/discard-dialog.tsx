import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Dialog, DialogActions } from '../../frame/dialog.tsx';
import { sentence } from '../../frame/sentence.ts';
import { paths } from '../../paths.ts';
import { forgetDraft } from '../draft-store.ts';
import { useRoomCall } from '../room-call.ts';
import { useEditing } from './editing.ts';

/** Gives a draft up, with everything that was corrected in it. */
export function DiscardDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const { draft, changed, discard } = useEditing();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function confirm() {
    setBusy(true);
    const reply = await discard();
    setBusy(false);
    if (!reply.ok) return setError(reply.error.message);
    navigate(paths.rules());
    forgetDraft(call, draft.set.id);
  }
  return (
    <Dialog title={t('correcting.discard.title', { version: draft.set.version })} onClose={onClose}>
      <p>{t('correcting.discard.text', { count: changed.length })}</p>
      {error !== null && <p role="alert">{sentence(error)}</p>}
      <DialogActions>
        <Button variant="default" data-first-focus onClick={onClose}>
          {t('correcting.discard.keep')}
        </Button>
        <BusyButton variant="default" busy={busy} onClick={() => void confirm()}>
          {t('correcting.discard.confirm')}
        </BusyButton>
      </DialogActions>
    </Dialog>
  );
}
