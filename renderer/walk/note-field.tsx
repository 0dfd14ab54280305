import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { noteLimit } from '../../criteria/assessment.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { noteExcess, noteLength } from '../session/working-copy.ts';
import { numberText } from '../wording.ts';
import classes from './figure.module.css';

interface NoteFieldProps {
  readonly indicator: string;
  readonly readOnly: boolean;
}

export function NoteField({ indicator, readOnly }: NoteFieldProps) {
  const { t } = useTranslation();
  const session = useSession();
  const text = useSessionState(({ copy }) => copy.notes[indicator] ?? '');
  const excess = noteExcess(text);
  const count = t('walk.noteCount', { n: numberText(noteLength(text)), limit: numberText(noteLimit) });
  return (
    <Textarea
      className={classes.note}
      label={t('walk.note', { id: indicator })}
      description={`${t('walk.noteHint')} ${count}`}
      error={excess > 0 ? t('walk.noteTooLong', { n: numberText(excess) }) : undefined}
      rows={2}
      resize="vertical"
      autoComplete="off"
      readOnly={readOnly}
      value={text}
      onChange={(event) => session.writeNote(indicator, event.currentTarget.value)}
    />
  );
}
