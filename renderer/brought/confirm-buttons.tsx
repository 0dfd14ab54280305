import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';
import { focusAnswer, goOn } from '../walk/go-on.ts';
import classes from './brought.module.css';

interface ConfirmButtonsProps {
  readonly answerId: string;
  /** What was asked. */
  readonly label: string;
  /** What was brought over, as it is read. */
  readonly value: string;
}

/** Makes what was brought over an answer, or takes it away. */
export function ConfirmButtons({ answerId, label, value }: ConfirmButtonsProps) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <span className={classes.buttons}>
      <Button
        variant="light"
        size="compact-sm"
        aria-label={t('brought.confirmOf', { label, value })}
        data-confirm={answerId}
        onClick={({ currentTarget }) => {
          if (session.confirm([answerId]).length === 0) goOn(currentTarget);
        }}
      >
        {t('brought.confirm')}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('brought.dismissOf', { label, value })}
        onClick={() => {
          session.dismiss([answerId]);
          focusAnswer(answerId);
        }}
      >
        {t('brought.dismiss')}
      </Button>
    </span>
  );
}
