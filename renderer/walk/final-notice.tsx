import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../frame/dialog.tsx';
import { Notice } from '../frame/notice.tsx';
import { focusHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { dateTimeText } from '../frame/time.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import classes from './walk.module.css';

const reasonLimit = 500;

/** Says that the assessment is closed, and offers the way back with a reason. */
export function FinalNotice() {
  const { t } = useTranslation();
  const { status, revision, finalised, updatedAt } = useSessionState((state) => state.assessment);
  const readOnly = useSessionState((state) => state.readOnly !== null);
  const [asking, setAsking] = useState(false);
  if (status !== 'final') return null;
  return (
    <Notice>
      <div className={classes.closed}>
        <p>
          {t('walk.finalNotice', { revision, at: dateTimeText(finalised.at(-1)?.at ?? updatedAt) })}{' '}
          {!readOnly && t('walk.finalWayBack')}
        </p>
        {!readOnly && (
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
            {t('walk.reopen')}
          </Button>
        )}
      </div>
      {asking && <ReopenDialog onClose={() => setAsking(false)} />}
    </Notice>
  );
}

function ReopenDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const revision = useSessionState((state) => state.assessment.revision);
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function reopen() {
    const given = reason.normalize('NFC').trim();
    if (given === '' || given.length > reasonLimit) {
      field.current?.focus();
      return setError(t(given === '' ? 'walk.reopenReasonMissing' : 'walk.reopenReasonLong'));
    }
    setBusy(true);
    const reply = await session.reopen(given);
    setBusy(false);
    if (!reply.ok) {
      const { code, message } = reply.error;
      return setError(code === 'conflict' ? `${sentence(message)} ${t('save.conflictWay')}` : message);
    }
    onClose();
    focusHeading();
  }
  return (
    <Dialog title={t('walk.reopenTitle')} onClose={onClose}>
      <p>{t('walk.reopenText', { revision: revision + 1 })}</p>
      <Textarea
        ref={field}
        label={t('walk.reopenReason')}
        rows={3}
        data-first-focus
        autoComplete="off"
        value={reason}
        error={error}
        onChange={(event) => {
          setError(null);
          setReason(event.currentTarget.value);
        }}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('walk.cancel')}
        </Button>
        <Button disabled={busy} onClick={() => void reopen()}>
          {t('walk.reopenConfirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
