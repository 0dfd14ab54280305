import { Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriteriaSet, Localised } from '../../../criteria/schema.ts';
import { keptText } from '../../../criteria/unit.ts';
import { decimalText } from '../../../criteria/wording/numbers.ts';
import { sentence } from '../../frame/sentence.ts';
import { numberText } from '../../wording.ts';
import classes from './correcting.module.css';
import { useEditing } from './editing.ts';
import { parsePoints, parseRate, type TypedNumber } from './typed-number.ts';

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

interface TypedOptions<T> {
  readonly path: string;
  /** The value as people write it. */
  readonly shown: string;
  readonly read: (text: string) => Read<T>;
  readonly write: (value: T) => CriteriaSet;
  /** Whether the beginning of what is typed is another value, as that of a number is. */
  readonly inOnePiece?: boolean;
}

/**
 * A field of the set. Its text is the person's alone while the field has the focus; one that the set cannot hold stays in
 * the field until it is mended, also when the page is left and returned to.
 */
export function useTyped<T>({ path, shown, read, write, inOnePiece = false }: TypedOptions<T>) {
  const { faults, refused, refuse, change } = useEditing();
  const [typed, setTyped] = useState<string | null>(null);
  /** What stood in the field before anything was typed. */
  const before = useRef(shown);
  const kept = refused[path];
  const own = faults.filter((fault) => fault.path === path).map(({ message }) => sentence(message));
  return {
    value: kept?.text ?? typed ?? shown,
    error: kept !== undefined ? sentence(kept.message) : own.length > 0 ? own.join(' ') : undefined,
    'data-path': path,
    autoComplete: 'off',
    onChange(event: { readonly currentTarget: { readonly value: string } }) {
      const text = event.currentTarget.value;
      if (typed === null) before.current = shown;
      setTyped(text);
      const outcome = read(text);
      const fault = outcome.ok ? change(write(outcome.value)) : outcome;
      // NOTE: the beginning of a text that turns out unusable must not be left behind as the rule.
      const back = fault === null || !inOnePiece ? null : read(before.current);
      if (back?.ok) change(write(back.value));
      refuse(path, fault === null ? null : { text, message: fault.message });
    },
    onBlur: () => setTyped(null),
  };
}

interface NumberFieldProps<T> {
  readonly path: string;
  /** Without visible label: the name of the field for a screen reader. */
  readonly label: string;
  readonly labelled: boolean;
  readonly value: T;
  readonly write: (value: T) => CriteriaSet;
  readonly suffix?: string | undefined;
}

interface PointsFieldProps extends NumberFieldProps<number> {
  readonly least: 0 | 1;
}

/** Whole points. */
export function PointsField({ least, ...props }: PointsFieldProps) {
  const { t } = useTranslation();
  return (
    <NumberField
      {...props}
      shown={numberText(props.value)}
      read={(text) =>
        inWords(parsePoints(text, least), (fault) =>
          fault === 'empty' && least === 1 ? t('correcting.fault.least') : t(`correcting.fault.${fault}`),
        )
      }
    />
  );
}

/** A rate as an exact decimal. */
export function RateField(props: NumberFieldProps<string>) {
  const { t } = useTranslation();
  return (
    <NumberField
      {...props}
      shown={decimalText(props.value)}
      read={(text) =>
        inWords(parseRate(text), (fault) =>
          fault === 'ambiguous' ? t('correcting.fault.ambiguousRate') : t(`correcting.fault.${fault}`),
        )
      }
    />
  );
}

function inWords<T>(
  number: TypedNumber<T>,
  words: (fault: Extract<TypedNumber<T>, { ok: false }>['fault']) => string,
): Read<T> {
  return number.ok ? number : { ok: false, message: words(number.fault) };
}

function NumberField<T>({
  path,
  label,
  labelled,
  suffix,
  shown,
  read,
  write,
}: NumberFieldProps<T> & Pick<TypedOptions<T>, 'shown' | 'read'>) {
  const field = useTyped({ path, shown, read, write, inOnePiece: true });
  return (
    <TextInput
      {...field}
      className={labelled ? classes.number : classes.cell}
      inputMode="decimal"
      {...(labelled ? { label } : { 'aria-label': label })}
      rightSection={suffix === undefined ? undefined : <span className={classes.suffix}>{suffix}</span>}
      rightSectionWidth={suffix === undefined ? undefined : `${suffix.length * 0.55 + 1}rem`}
      rightSectionPointerEvents="none"
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}

interface WordsFieldsProps {
  readonly path: string;
  readonly labelVi: string;
  readonly labelEn: string;
  readonly value: Localised;
  readonly write: (value: Localised) => CriteriaSet;
}

/** A text in both languages, side by side where there is room. */
export function WordsFields({ path, labelVi, labelEn, value, write }: WordsFieldsProps) {
  return (
    <div className={classes.pair}>
      <WordsField
        path={`${path}.vi`}
        label={labelVi}
        lang="vi"
        value={value.vi}
        write={(vi) => write({ ...value, vi })}
      />
      <WordsField
        path={`${path}.en`}
        label={labelEn}
        lang="en"
        value={value.en}
        write={(en) => write({ ...value, en })}
      />
    </div>
  );
}

interface WordsFieldProps {
  readonly path: string;
  readonly label: string;
  readonly lang: string;
  readonly value: string;
  readonly write: (value: string) => CriteriaSet;
}

function WordsField({ path, label, lang, value, write }: WordsFieldProps) {
  const { t } = useTranslation();
  const field = useTyped({
    path,
    shown: value,
    read: (text) => {
      const kept = keptText(text).replace(/\s+/g, ' ');
      return kept === '' ? { ok: false, message: t('correcting.fault.noWords') } : { ok: true, value: kept };
    },
    write,
  });
  return <Textarea {...field} label={label} lang={lang} rows={value.length > 70 ? 3 : 2} resize="vertical" />;
}
