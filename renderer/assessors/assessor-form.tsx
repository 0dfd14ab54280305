import { Button, Radio, TextInput } from '@mantine/core';
import { type SubmitEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assessorSchema } from '../../criteria/assessment.ts';
import { DialogActions } from '../frame/dialog.tsx';
import { useReadyProgram } from '../program.ts';
import classes from './assessors.module.css';
import { forgetAssessor, startWorkingAs, useWorking } from './working.ts';

interface AssessorFormProps {
  readonly onDone?: () => void;
  /** Absent where there is nothing to go back to. */
  readonly onCancel?: () => void;
}

/** Known names, whoever worked last chosen already, so that Enter is enough; and a field for a name that is new. */
export function AssessorForm({ onDone, onCancel }: AssessorFormProps) {
  const { t } = useTranslation();
  const known = useReadyProgram().info.assessors;
  const working = useWorking((state) => state.name);
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<string | null>(working ?? known[0] ?? null);
  const [typed, setTyped] = useState('');
  const [faulty, setFaulty] = useState(false);
  const [removed, setRemoved] = useState<string | null>(null);
  const isNew = chosen === null || !known.includes(chosen);

  useLayoutEffect(() => {
    firstField(form.current)?.focus();
  }, []);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const name = assessorSchema.safeParse(isNew ? typed : chosen);
    if (!name.success) {
      setFaulty(true);
      form.current?.querySelector<HTMLInputElement>('input:not([type="radio"])')?.focus();
      return;
    }
    void startWorkingAs(name.data);
    onDone?.();
  }

  async function remove(name: string) {
    if (name === chosen) setChosen(known.find((other) => other !== name) ?? null);
    await forgetAssessor(name);
    setRemoved(name);
    firstField(form.current)?.focus();
  }

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      {known.length > 0 && (
        <Radio.Group
          label={t('assessors.known')}
          value={isNew ? '' : chosen}
          onChange={setChosen}
          name="assessor"
        >
          <div className={classes.names}>
            {known.map((name) => (
              <div key={name} className={classes.name}>
                <Radio value={name} label={name} />
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('assessors.removeOf', { name })}
                  onClick={() => void remove(name)}
                >
                  {t('assessors.remove')}
                </Button>
              </div>
            ))}
            <Radio value="" label={t('assessors.other')} />
          </div>
        </Radio.Group>
      )}
      {isNew && (
        <TextInput
          label={t('assessors.name')}
          description={t('assessors.nameHint')}
          error={faulty ? t('assessors.nameFault') : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setFaulty(false);
          }}
        />
      )}
      <p role="status" className="visually-hidden">
        {removed !== null && !known.includes(removed) && t('assessors.removed', { name: removed })}
      </p>
      <p className={classes.about}>{t('assessors.about')}</p>
      <DialogActions>
        {onCancel !== undefined && (
          <Button variant="default" onClick={onCancel}>
            {t('assessors.cancel')}
          </Button>
        )}
        <Button type="submit">{t('assessors.start')}</Button>
      </DialogActions>
    </form>
  );
}

/** What Enter or typing goes to: the chosen name, otherwise the field for a new one. */
function firstField(form: HTMLFormElement | null): HTMLInputElement | null {
  return (
    form?.querySelector<HTMLInputElement>('input[type="radio"]:checked:not([value=""])') ??
    form?.querySelector<HTMLInputElement>('input:not([type="radio"])') ??
    null
  );
}
