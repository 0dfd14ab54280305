import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import frame from '../frame/frame.module.css';
import { Notice } from '../frame/notice.tsx';
import { focusHeading, ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { PreferencesButton } from '../preferences/preferences-button.tsx';
import { AssessorForm } from './assessor-form.tsx';
import classes from './assessors.module.css';
import { dismissAssessorTrouble, useWorking } from './working.ts';

/** The first screen of a window: nothing can be changed before it is said who changes it. */
export function AssessorScreen() {
  const { t } = useTranslation();
  return (
    <main className={frame.narrow}>
      <p className={classes.program}>{t('program.name')}</p>
      <ScreenHeading title={t('assessors.title')} focus={false} />
      <AssessorTrouble />
      <div className={classes.card}>
        <AssessorForm />
      </div>
      <PreferencesButton />
    </main>
  );
}

/** Says above every screen that the names could not be kept. */
export function AssessorTrouble() {
  const { t } = useTranslation();
  const error = useWorking((state) => state.error);
  if (error === null) return null;
  return (
    <div className={frame.above}>
      <Notice tone="bad" title={t('assessors.notKept')} announce="alert">
        <p>
          {sentence(error.message)} {t('assessors.notKeptWay')}
        </p>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            dismissAssessorTrouble();
            focusHeading();
          }}
        >
          {t('assessors.close')}
        </Button>
      </Notice>
    </div>
  );
}
