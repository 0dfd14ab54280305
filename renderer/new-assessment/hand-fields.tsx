import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localised } from '../wording.ts';
import type { Form, FormField } from './form.ts';
import type { UnitType } from './in-force.ts';
import classes from './new-assessment.module.css';

interface HandFieldsProps {
  /** The types that can be chosen. */
  readonly types: readonly UnitType[];
  readonly form: Form;
  readonly errorOf: (field: FormField) => string | undefined;
  readonly onChange: (change: Partial<Form>) => void;
}

/** A unit typed by hand, for whatever the catalogue does not have. */
export function HandFields({ types, form, errorOf, onChange }: HandFieldsProps) {
  const { t } = useTranslation();
  const text = (field: 'name' | 'province' | 'district' | 'code') => ({
    label: t(`create.${field}`),
    value: form[field],
    error: errorOf(field),
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <div className={classes.fields}>
      <TextInput {...text('name')} description={t('create.nameHint')} />
      <NativeSelect
        label={t('create.type')}
        value={form.type}
        error={errorOf('type')}
        data={[
          { value: '', label: t('create.typeChoose') },
          ...types.map(({ id, label }) => ({ value: id, label: localised(label) })),
        ]}
        onChange={(event) => onChange({ type: event.currentTarget.value })}
      />
      <TextInput {...text('province')} />
      <TextInput {...text('district')} />
      <TextInput {...text('code')} description={t('create.codeHint')} />
    </div>
  );
}
