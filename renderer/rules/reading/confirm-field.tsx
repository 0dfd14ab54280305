import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './reading.module.css';
import { useReading } from './reading-context.ts';

/** For the place in the decision, with what is left of the note for the name of the document. */
const longestPlace = 90;

interface ConfirmFieldProps {
  readonly rule: string;
  /** Of the rule, as it is shown. */
  readonly name: string;
  readonly onConfirmed: () => void;
}

/** Where a rule was read. Enter notes it and goes on to the next rule; a key that is held down confirms nothing. */
export function ConfirmField({ rule, name, onConfirmed }: ConfirmFieldProps) {
  const { t } = useTranslation();
  const { failed, placeOf, confirm, pass } = useReading();
  const [typed, setTyped] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const place = typed ?? placeOf(rule);
  const refused = failed?.rules.includes(rule) === true;

  async function note() {
    setMissing(place.trim() === '');
    if (place.trim() === '') return;
    await confirm([rule], place);
    onConfirmed();
  }
  return (
    <form
      className={classes.confirm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void note();
      }}
    >
      <TextInput
        data-read-in={rule}
        label={t('rules.place')}
        aria-label={t('rules.placeOf', { rule: name })}
        placeholder={t('rules.placeExample')}
        autoComplete="off"
        maxLength={longestPlace}
        value={place}
        error={missing ? t('rules.noPlace') : refused ? t('rules.notNotedHere') : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setMissing(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.repeat) event.preventDefault();
        }}
      />
      <Button type="submit">{t('rules.confirm')}</Button>
      <Button variant="default" onClick={() => pass(rule)}>
        {t('rules.pass')}
      </Button>
    </form>
  );
}
