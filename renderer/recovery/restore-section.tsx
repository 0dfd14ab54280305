import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { paths } from '../paths.ts';
import { localised, numberText } from '../wording.ts';
import { type Current, isLost, obstacleOf, type Preview } from './preview.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import { forgetToldRun, restore, useRestoreRun } from './restore-run.ts';

interface RestoreSectionProps {
  readonly file: string;
  readonly preview: Preview;
  readonly onAgain: () => void;
}

/** The way to restore what the preview shows, or why there is none and what to do about that. */
export function RestoreSection({ file, preview, onAgain }: RestoreSectionProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const over = useRestoreRun(({ run }) => run !== null && run.outcome !== null);
  const reasonId = useId();
  const obstacle = obstacleOf(preview);
  const { id } = preview.backup.assessment;
  if (obstacle !== null) {
    return (
      <>
        {obstacle === 'otherRules' ? (
          <OtherRules preview={preview} />
        ) : (
          <p>{t(`recovery.preview.obstacle.${obstacle}`)}</p>
        )}
        {obstacle === 'unknown' && (
          <Button variant="default" onClick={onAgain}>
            {t('failure.retry')}
          </Button>
        )}
        {obstacle !== 'unknown' && obstacle !== 'newer' && (
          <p>
            <Link href={paths.assessment(id)}>{t('recovery.toAssessment')}</Link>
          </p>
        )}
      </>
    );
  }
  return (
    <>
      <p id={reasonId}>
        <ReadyWords current={preview.current} />{' '}
        {isLost(preview.current) && preview.unsaved && t('recovery.preview.unsavedStays')}
      </p>
      <Button
        variant="default"
        aria-describedby={reasonId}
        onClick={() => {
          forgetToldRun(file);
          setAsking(true);
        }}
      >
        {t('recovery.preview.restore')}
      </Button>
      {asking && !over && (
        <RestoreDialog
          preview={preview}
          onClose={() => setAsking(false)}
          onConfirm={() => void restore(file, preview)}
        />
      )}
    </>
  );
}

/** A draft can be moved to the version of the backup, and then have it back. */
function OtherRules({ preview: { set, current } }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const now = current.kind === 'readable' ? current.set : set;
  return (
    <p>
      {t('recovery.preview.obstacle.otherRules', {
        set: localised(set.legalBasis),
        version: set.version,
        nowSet: localised(now.legalBasis),
        now: now.version,
      })}{' '}
      <Link href={paths.movingTo({ id: set.id, version: set.version })}>
        {t('recovery.preview.toMoving', { version: set.version })}
      </Link>
    </p>
  );
}

function ReadyWords({ current }: { readonly current: Current }) {
  const { t } = useTranslation();
  if (current.kind === 'readable')
    return t('recovery.preview.ready', { n: numberText(current.differences.length) });
  return t(current.kind === 'missing' ? 'recovery.preview.readyMissing' : 'recovery.preview.readyWhole');
}
