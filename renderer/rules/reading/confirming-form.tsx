import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Part } from '../../frame/part.tsx';
import { todayIso } from '../../frame/time.ts';
import { shortcutText } from '../../keys/shortcuts.ts';
import classes from './reading.module.css';

/** Who reads which document on which day: said once for all rules. */
export interface Reader {
  readonly by: string;
  readonly document: string;
  /** ISO date; empty while it is being typed. */
  readonly on: string;
}

/** Whether all of it is said. */
export function isReader({ by, document, on }: Reader): boolean {
  return by.trim() !== '' && document.trim() !== '' && on !== '' && on <= todayIso();
}

interface ConfirmingFormProps {
  readonly reader: Reader;
  readonly onChange: (reader: Reader) => void;
}

export function ConfirmingForm({ reader, onChange }: ConfirmingFormProps) {
  const { t } = useTranslation();
  const dayFault = reader.on === '' ? 'noDay' : reader.on > todayIso() ? 'laterDay' : null;
  return (
    <Part title={t('rules.confirming')}>
      <p>{t('rules.confirmingHint', { keys: shortcutText('next') })}</p>
      <div className={classes.reader}>
        <TextInput
          label={t('rules.by')}
          autoComplete="off"
          maxLength={100}
          value={reader.by}
          error={reader.by.trim() === '' ? t('rules.noName') : undefined}
          onChange={(event) => onChange({ ...reader, by: event.currentTarget.value })}
        />
        <TextInput
          label={t('rules.document')}
          autoComplete="off"
          maxLength={200}
          value={reader.document}
          error={reader.document.trim() === '' ? t('rules.noDocument') : undefined}
          onChange={(event) => onChange({ ...reader, document: event.currentTarget.value })}
        />
        <TextInput
          label={t('rules.day')}
          type="date"
          max={todayIso()}
          value={reader.on}
          error={dayFault === null ? undefined : t(`rules.${dayFault}`)}
          onChange={(event) => onChange({ ...reader, on: event.currentTarget.value })}
        />
      </div>
    </Part>
  );
}
