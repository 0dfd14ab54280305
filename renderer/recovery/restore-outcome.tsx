import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Announced } from '../frame/announced.tsx';
import frame from '../frame/frame.module.css';
import { Notice } from '../frame/notice.tsx';
import { focusHeading, ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { exactTimeText } from '../frame/time.ts';
import { paths } from '../paths.ts';
import { assessmentName } from './assessment-name.ts';
import type { Restoring } from './preview.ts';
import classes from './recovery.module.css';
import { forgetRestoreRun, type RestoreRun, useRestoreRun } from './restore-run.ts';

function failureText(
  t: TFunction,
  outcome: Restoring,
): { readonly title: string; readonly text: string } | null {
  switch (outcome.kind) {
    case 'restored':
      return null;
    case 'unsaved':
      return { title: t('recovery.confirm.failed'), text: t('recovery.preview.obstacle.unsaved') };
    case 'refused':
      return { title: t('recovery.confirm.failed'), text: sentence(outcome.message) };
    case 'unknown':
      return {
        title: t('recovery.confirm.unknown'),
        text: `${sentence(outcome.message)} ${t('recovery.confirm.unknownWay')}`,
      };
  }
}

function restoredText(t: TFunction, run: RestoreRun): string {
  return t('recovery.restored.text', { assessment: assessmentName(t, run), at: exactTimeText(run.savedAt) });
}

/** What became of the restoring, above the preview that it was asked for on; takes the focus of the dialog that is gone. */
export function RestoreFailure({ outcome }: { readonly outcome: Restoring }) {
  const { t } = useTranslation();
  const failure = failureText(t, outcome);
  if (failure === null) return null;
  return (
    <Announced>
      <Notice tone="bad" title={failure.title} announce="alert">
        <p>{failure.text}</p>
      </Notice>
    </Announced>
  );
}

/** The page after a backup was restored. */
export function Restored({ run }: { readonly run: RestoreRun }) {
  const { t } = useTranslation();
  return (
    <>
      <ScreenHeading title={t('recovery.restored.title')} />
      <p>{restoredText(t, run)}</p>
      <div className={classes.actions}>
        <Button component={Link} href={paths.assessment(run.id)}>
          {t('recovery.toAssessment')}
        </Button>
        <Link href={paths.backups(run.id)}>{t('recovery.preview.back')}</Link>
      </div>
    </>
  );
}

/** The same for whoever has left that page meanwhile, wherever that led. */
export function RestoreElsewhere() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const run = useRestoreRun((state) => state.run);
  if (run === null || location === paths.backup(run.id, run.file)) return null;
  const { outcome } = run;
  if (outcome === null) {
    return (
      <div className={frame.above}>
        <Notice announce="status">
          <p>{t('recovery.confirm.busyOf', { assessment: assessmentName(t, run) })}</p>
        </Notice>
      </div>
    );
  }
  const failure = failureText(t, outcome);
  return (
    <div className={frame.above}>
      <Notice
        tone={failure === null ? 'good' : 'bad'}
        title={
          failure === null ? t('recovery.restored.title') : `${failure.title}: ${assessmentName(t, run)}`
        }
        announce={failure === null ? 'status' : 'alert'}
      >
        <p>{failure === null ? restoredText(t, run) : failure.text}</p>
        <div className={classes.actions}>
          <Link href={failure === null ? paths.assessment(run.id) : paths.backup(run.id, run.file)}>
            {t(failure === null ? 'recovery.toAssessment' : 'recovery.restored.toBackup')}
          </Link>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              forgetRestoreRun();
              focusHeading();
            }}
          >
            {t('recovery.restored.close')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
