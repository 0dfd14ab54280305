import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/dialog.tsx';
import { AssessorForm } from './assessor-form.tsx';
import classes from './assessors.module.css';
import { useWorking } from './working.ts';

/** Says who is working, and lets somebody else go on. */
export function AssessorButton() {
  const { t } = useTranslation();
  const name = useWorking((state) => state.name);
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button
        classNames={{ root: classes.button, label: classes.buttonName }}
        variant="subtle"
        size="compact-sm"
        aria-label={t('assessors.change', { name: name ?? t('assessors.nobody') })}
        title={t('assessors.change', { name: name ?? t('assessors.nobody') })}
        onClick={() => setAsking(true)}
      >
        {name ?? t('assessors.nobody')}
      </Button>
      {asking && (
        <Dialog title={t('assessors.title')} onClose={close}>
          <AssessorForm onDone={close} onCancel={close} />
        </Dialog>
      )}
    </>
  );
}
