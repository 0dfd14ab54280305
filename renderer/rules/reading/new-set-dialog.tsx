import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { setIdSchema } from '../../../criteria/schema.ts';
import type { ApiError, SetLine } from '../../../electron/api.ts';
import { whoWorks } from '../../assessors/working.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Dialog, DialogActions } from '../../frame/dialog.tsx';
import { FailureNotice } from '../../frame/failure.tsx';
import { hostText } from '../../host-text.ts';
import { paths } from '../../paths.ts';
import { localised } from '../../wording.ts';
import { useRoomCall } from '../room-call.ts';

interface NewSetDialogProps {
  readonly line: SetLine;
  /** Ids that sets and drafts have already. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** Begins a whole new set, for a new decision, from a copy of one that is there. */
export function NewSetDialog({ line, taken, onClose }: NewSetDialogProps) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const [, navigate] = useLocation();
  const [id, setId] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const fault = !setIdSchema.safeParse(id).success ? 'badId' : taken.includes(id) ? 'takenId' : null;

  async function begin(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (fault !== null || busy) return;
    setBusy(true);
    const reply = await call('setDrafts.begin', {
      from: { id: line.id, version: line.version },
      as: id,
      by: whoWorks(),
    });
    setBusy(false);
    if (reply.ok) navigate(paths.draft(id));
    else setError(reply.error);
  }
  return (
    <Dialog title={t('rules.newSetTitle')} onClose={onClose}>
      <form onSubmit={(event) => void begin(event)} noValidate>
        <p>{t('rules.newSetText', { title: localised(line.title), version: line.version })}</p>
        <TextInput
          data-first-focus
          label={t('rules.newId')}
          description={t('rules.newIdHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          value={id}
          error={tried && fault !== null ? t(`rules.${fault}`) : undefined}
          onChange={(event) => {
            setId(event.currentTarget.value.trim().toLowerCase());
            setError(null);
          }}
        />
        {error !== null && <FailureNotice title={t('rules.noDraft')} message={hostText(error.message)} />}
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('rules.cancel')}
          </Button>
          <BusyButton type="submit" busy={busy}>
            {t('rules.copy')}
          </BusyButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
