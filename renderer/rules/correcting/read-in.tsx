import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readInLimit } from '../../../criteria/rules/register.ts';
import { keptText } from '../../../criteria/unit.ts';
import { useWorking } from '../../assessors/working.ts';
import { Part } from '../../frame/part.tsx';
import { dateText, todayIso } from '../../frame/time.ts';
import classes from './correcting.module.css';
import { useEditing } from './editing.ts';

interface ReadInProps {
  readonly rule: string;
  /** Whether it says something else than before; otherwise there is nothing to note. */
  readonly changed: boolean;
}

/** Where a corrected rule was read, by whom and on which day; without it the rule stays provisional. */
export function ReadIn({ rule, changed }: ReadInProps) {
  const { t } = useTranslation();
  const { draft, setReadIn } = useEditing();
  const working = useWorking((state) => state.name);
  const noted = draft.readIn[rule];
  const [typed, setTyped] = useState<string | null>(null);
  const [day, setDay] = useState(todayIso);

  function note(place: string, on: string) {
    const kept = keptText(place).replace(/\s+/g, ' ');
    if (kept === '' || working === null) {
      if (noted !== undefined) setReadIn(rule, null);
    } else setReadIn(rule, { by: working, on, in: kept });
  }
  return (
    <Part title={t('correcting.readIn.title')}>
      <div className={classes.readIn}>
        <TextInput
          label={t('correcting.readIn.place')}
          description={t('correcting.readIn.placeHint')}
          autoComplete="off"
          maxLength={readInLimit}
          value={typed ?? noted?.in ?? ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            note(event.currentTarget.value, noted?.on ?? day);
          }}
          onBlur={() => setTyped(null)}
        />
        <TextInput
          label={t('correcting.readIn.day')}
          type="date"
          max={todayIso()}
          value={noted?.on ?? day}
          error={noted !== undefined && noted.on > todayIso() && t('correcting.readIn.future')}
          onChange={(event) => {
            const on = event.currentTarget.value;
            if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return;
            setDay(on);
            if (noted !== undefined) note(noted.in, on);
          }}
        />
      </div>
      <p role="status">
        {!changed
          ? t('correcting.readIn.unchanged')
          : noted === undefined
            ? t('correcting.readIn.missing')
            : t('correcting.readIn.noted', { by: noted.by, day: dateText(noted.on) })}
      </p>
    </Part>
  );
}
