import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whoWorks } from '../../assessors/working.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Dialog, DialogActions } from '../../frame/dialog.tsx';
import { ruleName } from '../rule-words.ts';
import { useReading } from './reading-context.ts';

interface WithdrawDialogProps {
  readonly rule: string;
  readonly onClose: () => void;
}

/** Takes a confirmation back; the reason stays in the register. */
export function WithdrawDialog({ rule, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation();
  const { opened, withdraw } = useReading();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '' || busy) return;
    setBusy(true);
    await withdraw(rule, whoWorks(), reason.trim());
    onClose();
  }
  return (
    <Dialog title={t('rules.withdrawTitle')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('rules.withdrawText', { rule: ruleName(t, opened.set, rule) })}</p>
        <TextInput
          data-first-focus
          label={t('rules.withdrawReason')}
          autoComplete="off"
          maxLength={500}
          value={reason}
          error={missing ? t('rules.noReason') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('rules.cancel')}
          </Button>
          <BusyButton type="submit" busy={busy}>
            {t('rules.withdraw')}
          </BusyButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
