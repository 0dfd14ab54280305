import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriteriaSet, Localised } from '../../../criteria/schema.ts';
import { sentence } from '../../frame/sentence.ts';
import { dateText } from '../../frame/time.ts';
import { PointsField, useTyped, WordsFields } from '../correcting/fields.tsx';
import { dayForm, dayFrom, yearsFrom } from './dated.ts';
import classes from './general.module.css';
import { useGeneral } from './general-draft.ts';
import { isId } from './new-id.ts';

/** For fields side by side, so that hints of unlike length do not shift them. */
export const hintBelow: ('label' | 'input' | 'error' | 'description')[] = [
  'label',
  'input',
  'error',
  'description',
];

interface SetFieldProps {
  /** The place in the set, as faults name it. */
  readonly path: string;
  readonly label: string;
  readonly description?: string;
}

interface LocalisedProps {
  readonly path: string;
  readonly label: string;
  readonly value: Localised;
  readonly change: (value: Localised) => CriteriaSet;
}

/** A text in both languages; the English follows as long as it says the same. */
export function SetLocalised({ path, label, value, change }: LocalisedProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.wide}>
      <WordsFields
        path={path}
        labelVi={label}
        labelEn={t('authoring.inEnglish', { label })}
        value={value}
        write={(next) =>
          change(value.en === value.vi && next.en === value.en ? { vi: next.vi, en: next.vi } : next)
        }
      />
    </div>
  );
}

interface NumberProps extends SetFieldProps {
  readonly value: number;
  readonly least?: 0 | 1;
  readonly change: (value: number) => CriteriaSet;
}

export function SetNumber({ path, label, value, least = 0, change }: NumberProps) {
  return <PointsField path={path} label={label} labelled value={value} least={least} write={change} />;
}

interface DayProps extends SetFieldProps {
  readonly value: string;
  readonly change: (day: string) => CriteriaSet;
}

/** A day typed as dd/mm/yyyy. */
export function SetDay({ change, value, ...props }: DayProps) {
  return <TypedDay {...props} value={value} read={(day) => (day === null ? null : change(day))} />;
}

interface OptionalDayProps extends SetFieldProps {
  readonly value: string | null;
  readonly change: (day: string | null) => CriteriaSet;
}

/** The same where no day need be said. */
export function SetOptionalDay({ change, ...props }: OptionalDayProps) {
  return <TypedDay {...props} read={change} />;
}

interface TypedDayProps extends SetFieldProps {
  readonly value: string | null;
  /** Null where a day is needed. */
  readonly read: (day: string | null) => CriteriaSet | null;
}

function TypedDay({ path, value, read, ...input }: TypedDayProps) {
  const { t } = useTranslation();
  const typed = useTyped<CriteriaSet>({
    path,
    shown: value === null ? '' : dateText(value),
    read(text) {
      const day = dayFrom(text);
      const next = day === null && text.trim() !== '' ? null : read(day);
      return next === null ? { ok: false, message: t('authoring.needsDay') } : { ok: true, value: next };
    },
    write: (next) => next,
  });
  return (
    <TextInput
      {...input}
      {...typed}
      className={classes.day}
      placeholder={dayForm}
      inputWrapperOrder={hintBelow}
    />
  );
}

interface YearProps extends SetFieldProps {
  readonly value: number;
  readonly change: (year: number) => CriteriaSet;
}

export function SetYear({ path, value, change, ...input }: YearProps) {
  const { t } = useTranslation();
  const typed = useTyped<number>({
    path,
    shown: String(value),
    read(text) {
      const [year, ...others] = yearsFrom(text) ?? [];
      return year === undefined || others.length > 0
        ? { ok: false, message: t('authoring.needsYear') }
        : { ok: true, value: year };
    },
    write: change,
  });
  return <TextInput {...input} {...typed} className={classes.day} inputMode="numeric" />;
}

interface YearsProps extends SetFieldProps {
  readonly value: readonly number[];
  readonly change: (years: number[]) => CriteriaSet;
}

/** Years with commas between them. */
export function SetYears({ path, value, change, ...input }: YearsProps) {
  const { t } = useTranslation();
  const typed = useTyped<number[]>({
    path,
    shown: value.join(', '),
    read(text) {
      const years = yearsFrom(text);
      return years === null ? { ok: false, message: t('authoring.needsYears') } : { ok: true, value: years };
    },
    write: change,
  });
  return <TextInput {...input} {...typed} inputWrapperOrder={hintBelow} />;
}

interface IdProps {
  readonly path: string;
  readonly value: string;
  /** Ids that it must not have. */
  readonly taken: ReadonlySet<string>;
  readonly change: (id: string) => CriteriaSet;
}

/** The id of something that is new in the draft. */
export function SetId({ path, value, taken, change }: IdProps) {
  const { t } = useTranslation();
  const typed = useTyped<string>({
    path,
    shown: value,
    read(text) {
      if (!isId(text)) return { ok: false, message: t('authoring.needsId') };
      if (text !== value && taken.has(text))
        return { ok: false, message: t('authoring.takenId', { id: text }) };
      return { ok: true, value: text };
    },
    write: change,
  });
  return (
    <TextInput
      {...typed}
      className={classes.word}
      label={t('authoring.id')}
      description={t('authoring.idHint')}
      inputWrapperOrder={hintBelow}
      spellCheck={false}
    />
  );
}

/** What is wrong at a place of the set, or anywhere under it. */
function useFault(path: string): string | undefined {
  const { faults, refused } = useGeneral();
  const message =
    refused[path]?.message ??
    faults.find((fault) => fault.path === path || fault.path.startsWith(`${path}[`))?.message;
  return message === undefined ? undefined : sentence(message);
}

interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps extends SetFieldProps {
  readonly value: string;
  readonly options: readonly Option[];
  readonly change: (value: string) => CriteriaSet;
}

export function SetChoice({ path, value, options, change, ...input }: ChoiceProps) {
  const draft = useGeneral();
  return (
    <NativeSelect
      {...input}
      className={classes.word}
      data={options}
      value={value}
      error={useFault(path)}
      onChange={(event) => draft.change(change(event.currentTarget.value))}
    />
  );
}

interface ChecksProps {
  readonly path: string;
  readonly label: string;
  readonly value: readonly string[];
  readonly options: readonly Option[];
  readonly change: (value: string[]) => CriteriaSet;
}

/** Several of a few; at least one. */
export function SetChecks({ path, label, value, options, change }: ChecksProps) {
  const { t } = useTranslation();
  const { refuse, change: put } = useGeneral();
  return (
    <Checkbox.Group
      label={label}
      error={useFault(path)}
      value={[...value]}
      onChange={(chosen) => {
        const none = chosen.length === 0;
        refuse(path, none ? { text: '', message: t('authoring.needsOne') } : null);
        if (!none) put(change(options.map((one) => one.value).filter((one) => chosen.includes(one))));
      }}
    >
      <div className={classes.checks}>
        {options.map((one) => (
          <Checkbox key={one.value} value={one.value} label={one.label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className={classes.fields}>{children}</div>;
}
