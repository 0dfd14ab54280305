import { Button, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Localised } from '../../../criteria/schema.ts';
import type { SetFault } from '../../../criteria/set-faults.ts';
import { sentence } from '../../frame/sentence.ts';
import { parseFigure } from '../../session/parse-figure.ts';
import classes from './general.module.css';
import { addElement, focusRow, thenFocus } from './general-draft.ts';
import { isId } from './new-id.ts';
import { hintBelow } from './set-fields.tsx';

interface AddingProps {
  /** The list as a place of the set, which the new row is put at the end of. */
  readonly list: string;
  /** How many rows there are now. */
  readonly count: number;
  readonly button: string;
  /** The form; it is given what to do once it has been filled, and how to give up. */
  readonly children: (done: Done) => ReactNode;
}

export interface Done {
  /** Makes the change, closes the form, and focuses the new row; a change that is refused leaves all as it is. */
  readonly add: (change: () => SetFault | null) => SetFault | null;
  readonly cancel: () => void;
}

/** A button that unfolds a form for one more row. Something new becomes part of the draft once it has all that it needs. */
export function Adding({ list, count, button, children }: AddingProps) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div>
        <Button id={addElement(list)} variant="light" onClick={() => setOpen(true)}>
          {button}
        </Button>
      </div>
    );
  }
  return children({
    add(change) {
      const refused = change();
      if (refused !== null) return refused;
      thenFocus(() => setOpen(false), addElement(list));
      focusRow(list, count);
      return null;
    },
    cancel: () => thenFocus(() => setOpen(false), addElement(list)),
  });
}

export interface NewField {
  readonly value: string;
  readonly error: string | undefined;
  readonly onType: (text: string) => void;
}

export interface NewForm<K extends string> {
  readonly values: Readonly<Record<K, string>>;
  readonly field: (name: K) => NewField;
  /** Runs what is wrong by field through `check`, and shows it from the first try on. */
  readonly faultless: () => boolean;
}

/** The texts of a form, with what is wrong with each of them as `check` says it. */
export function useNewForm<K extends string>(
  initial: Readonly<Record<K, string>>,
  check: (values: Readonly<Record<K, string>>) => Partial<Record<K, string | undefined>>,
): NewForm<K> {
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  const faults = check(values);
  return {
    values,
    field: (name) => ({
      value: values[name],
      error: tried ? faults[name] : undefined,
      onType: (text) => setValues((before) => ({ ...before, [name]: text })),
    }),
    faultless() {
      setTried(true);
      return Object.values(faults).every((fault) => fault === undefined);
    },
  };
}

interface NewRowFormProps {
  readonly title: string;
  readonly done: Done;
  readonly form: Pick<NewForm<never>, 'faultless'>;
  /** Puts what was filled in into the draft. */
  readonly onAdd: () => SetFault | null;
  readonly children: ReactNode;
}

/** The form of a new row: its first field has the focus, Enter adds, and what is wrong gets the focus. */
export function NewRowForm({ title, done, form, onAdd, children }: NewRowFormProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLFormElement>(null);
  const [refused, setRefused] = useState<SetFault | null>(null);
  useLayoutEffect(() => {
    element.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);
  return (
    <form
      ref={element}
      className={classes.newRow}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // What is wrong must be shown before it can get the focus.
        if (flushSync(form.faultless)) setRefused(done.add(onAdd));
        else element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      }}
    >
      <h3>{title}</h3>
      {children}
      {refused !== null && (
        <p role="alert" className={classes.wrong}>
          {t('authoring.notAdded', { message: sentence(refused.message) })}
        </p>
      )}
      <div className={classes.actions}>
        <Button type="submit">{t('authoring.add')}</Button>
        <Button variant="default" onClick={done.cancel}>
          {t('authoring.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface NewTextProps {
  readonly label: string;
  readonly field: NewField;
  readonly description?: string;
  readonly placeholder?: string;
  readonly lang?: 'vi' | 'en';
}

export function NewText({ label, field, lang, ...input }: NewTextProps) {
  return (
    <TextInput
      {...input}
      inputWrapperOrder={hintBelow}
      label={label}
      lang={lang}
      autoComplete="off"
      value={field.value}
      error={field.error}
      onChange={(event) => field.onType(event.currentTarget.value)}
    />
  );
}

interface NewLocalisedProps {
  readonly label: string;
  readonly vi: NewField;
  readonly en: NewField;
}

/** A text in both languages; without English, the Vietnamese stands there too. */
export function NewLocalised({ label, vi, en }: NewLocalisedProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.pair}>
      <NewLongText label={label} field={vi} lang="vi" />
      <NewLongText
        label={t('authoring.inEnglish', { label })}
        description={t('authoring.englishHint')}
        field={en}
        lang="en"
      />
    </div>
  );
}

function NewLongText({ label, field, lang, description }: NewTextProps) {
  return (
    <Textarea
      label={label}
      lang={lang}
      {...(description !== undefined && { description })}
      inputWrapperOrder={hintBelow}
      rows={2}
      resize="vertical"
      autoComplete="off"
      value={field.value}
      error={field.error}
      onChange={(event) => field.onType(event.currentTarget.value.replaceAll('\n', ' '))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
    />
  );
}

export function localisedFrom(vi: string, en: string): Localised {
  return { vi: vi.trim(), en: en.trim() === '' ? vi.trim() : en.trim() };
}

/** A whole number from `least` on; null for anything else. */
export function numberFrom(typed: string, least: number, most: number): number | null {
  const figure = parseFigure(typed);
  return figure.kind === 'figure' && figure.value >= least && figure.value <= most ? figure.value : null;
}

/** An id that was typed, or the suggested one; null for one that cannot be. */
export function idChosen(typed: string, suggested: string, taken: ReadonlySet<string>): string | null {
  const id = typed.trim() === '' ? suggested : typed.trim();
  return isId(id) && !taken.has(id) ? id : null;
}
