import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../electron/api.ts';
import { useEvidenceFaults } from '../evidence/evidence-faults.ts';
import { Dialog, DialogActions } from '../frame/dialog.tsx';
import { ProvisionalMark } from '../frame/marks.tsx';
import { Notice } from '../frame/notice.tsx';
import { focusHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { dateTimeText } from '../frame/time.ts';
import type { SessionState } from '../session/assessment-session.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { longNotes } from '../session/working-copy.ts';
import { useUnexplained } from '../walk/use-unexplained.ts';
import { numberText, verdictText } from '../wording.ts';

type Obstacle = 'refused' | 'longNote' | 'incomplete' | 'unsaved';

function obstacleOf({ copy, save }: SessionState): Obstacle | null {
  if (Object.keys(copy.refused).length > 0) return 'refused';
  if (longNotes(copy).length > 0) return 'longNote';
  if (!copy.scorecard.complete) return 'incomplete';
  return save.kind === 'saved' ? null : 'unsaved';
}

/** Closes the assessment, once it is complete and saved and somebody has said yes to what that means. */
export function FinaliseSection() {
  const { t } = useTranslation();
  const obstacle = useSessionState(obstacleOf);
  const { status, finalised, updatedAt } = useSessionState(({ assessment }) => assessment);
  const [asking, setAsking] = useState(false);
  const reasonId = useId();
  if (status === 'final') {
    return (
      <Notice tone="good" announce="status">
        <p>{t('check.finalised', { at: dateTimeText(finalised.at(-1)?.at ?? updatedAt) })}</p>
      </Notice>
    );
  }
  return (
    <>
      <p id={reasonId}>
        {obstacle === null ? t('check.finaliseReady') : t(`check.finaliseBlocked.${obstacle}`)}
      </p>
      <Button disabled={obstacle !== null} aria-describedby={reasonId} onClick={() => setAsking(true)}>
        {t('check.finalise')}
      </Button>
      {asking && <FinaliseDialog onClose={() => setAsking(false)} />}
    </>
  );
}

function FinaliseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const unit = useSessionState(({ assessment }) => assessment.unit);
  const { verdict, total, max, provisional } = useSessionState(({ copy }) => copy.scorecard);
  const doubts = useUnexplained().length;
  const { missing, altered } = useEvidenceFaults();
  const faulty = missing.length + altered.length;
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  async function finalise() {
    setBusy(true);
    const reply = await session.finalise();
    setBusy(false);
    if (!reply.ok) return setError(reply.error);
    onClose();
    focusHeading();
  }
  return (
    <Dialog title={t('check.confirmTitle', { unit: unit.name })} onClose={onClose}>
      <p>
        {t('check.confirmVerdict', {
          verdict: verdictText(verdict),
          total: numberText(total),
          max: numberText(max),
        })}{' '}
        {provisional && <ProvisionalMark />}
      </p>
      {doubts > 0 && <p>{t('tasks.check.confirmDoubts', { n: doubts })}</p>}
      {faulty > 0 && <p>{t('tasks.check.confirmEvidence', { n: faulty })}</p>}
      <p>{t('check.confirmText')}</p>
      {error !== null && (
        <Notice tone="bad" title={t('check.failed')} announce="alert">
          <p>
            {sentence(error.message)} {error.code === 'conflict' && t('save.conflictWay')}
          </p>
        </Notice>
      )}
      <DialogActions>
        <Button variant="default" data-first-focus onClick={onClose}>
          {t('check.cancel')}
        </Button>
        <Button disabled={busy} onClick={() => void finalise()}>
          {t('check.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
