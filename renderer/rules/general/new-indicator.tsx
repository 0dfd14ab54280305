import { NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CriteriaSet, Fact, Indicator, RatioIndicator } from '../../../criteria/schema.ts';
import { localised, numberText } from '../../wording.ts';
import { idChosen, localisedFrom, type NewField, NewLocalised, NewText, numberFrom } from './adding.tsx';
import classes from './general.module.css';
import { useGeneral } from './general-draft.ts';
import { type FactTexts, factFaults, factFrom, factTexts, NewFactFields } from './new-fact.tsx';
import { Fields } from './set-fields.tsx';
import { newCheck, newProvenance, newRatio } from './structure.ts';

const roles = ['numerator', 'denominator'] as const;
type Role = (typeof roles)[number];
const bases = [100, 1_000, 10_000, 100_000] as const satisfies readonly RatioIndicator['base'][];
const most = 100_000;

type FactKeys = `${Role}.${keyof FactTexts}`;

/** What is typed for a new indicator. A role that is empty is of a new fact. */
export type IndicatorTexts = Readonly<
  Record<'textVi' | 'textEn' | 'points' | 'id' | 'kind' | 'base' | 'better' | Role | FactKeys, string>
>;

export const indicatorTexts: IndicatorTexts = {
  textVi: '',
  textEn: '',
  points: '',
  id: '',
  kind: 'check',
  base: '100',
  better: 'higher',
  numerator: '',
  denominator: '',
  ...prefixed('numerator'),
  ...prefixed('denominator'),
};

function prefixed<R extends Role>(role: R): Readonly<Record<`${R}.${keyof FactTexts}`, string>> {
  return Object.fromEntries(
    Object.entries(factTexts).map(([name, text]) => [`${role}.${name}`, text]),
  ) as Readonly<Record<`${R}.${keyof FactTexts}`, string>>;
}

function factTextsOf(texts: IndicatorTexts, role: Role): FactTexts {
  return Object.fromEntries(
    Object.keys(factTexts).map((name) => [name, texts[`${role}.${name}` as FactKeys]]),
  ) as FactTexts;
}

export interface MadeIndicator {
  readonly indicator: Indicator;
  /** Those that only it asks for so far. */
  readonly facts: readonly Fact[];
}

export function indicatorFaults(
  t: TFunction,
  texts: IndicatorTexts,
  suggested: string,
  taken: ReadonlySet<string>,
): Partial<Record<keyof IndicatorTexts, string | undefined>> {
  const faults = {
    textVi: texts.textVi.trim() === '' ? t('authoring.neededSentence') : undefined,
    points:
      numberFrom(texts.points, 1, most) === null
        ? t('authoring.numberBetween', { least: 1, most: numberText(most) })
        : undefined,
    id: idChosen(texts.id, suggested, taken) === null ? t('authoring.badId') : undefined,
  };
  if (texts.kind === 'check') return faults;
  const same = texts.numerator !== '' && texts.numerator === texts.denominator;
  return {
    ...faults,
    denominator: same ? t('authoring.sameFact') : undefined,
    ...Object.assign({}, ...roles.map((role) => roleFaults(t, texts, role, takenFor(texts, role, taken)))),
  };
}

function roleFaults(t: TFunction, texts: IndicatorTexts, role: Role, taken: ReadonlySet<string>) {
  if (texts[role] !== '') return {};
  const faults = factFaults(t, factTextsOf(texts, role), taken);
  return Object.fromEntries(Object.entries(faults).map(([name, fault]) => [`${role}.${name}`, fault]));
}

/** The id of the new numerator is taken for the new denominator. */
function takenFor(texts: IndicatorTexts, role: Role, taken: ReadonlySet<string>): ReadonlySet<string> {
  if (role === 'numerator' || texts.numerator !== '') return taken;
  return new Set([...taken, factFrom(factTextsOf(texts, 'numerator'), taken).id]);
}

/** Of texts without faults. */
export function indicatorFrom(
  set: CriteriaSet,
  texts: IndicatorTexts,
  suggested: string,
  taken: ReadonlySet<string>,
): MadeIndicator {
  const given = {
    id: idChosen(texts.id, suggested, taken) as string,
    text: localisedFrom(texts.textVi, texts.textEn),
    points: numberFrom(texts.points, 1, most) as number,
  };
  const provenance = newProvenance(set);
  if (texts.kind === 'check') return { indicator: newCheck(given, provenance), facts: [] };
  const fresh = roles
    .filter((role) => texts[role] === '')
    .map((role) => [role, factFrom(factTextsOf(texts, role), takenFor(texts, role, taken))] as const);
  const idOf = (role: Role) => fresh.find(([one]) => one === role)?.[1].id ?? texts[role];
  const ratio = newRatio(
    {
      ...given,
      numerator: idOf('numerator'),
      denominator: idOf('denominator'),
      base: bases.find((base) => String(base) === texts.base) ?? 100,
      better: texts.better === 'lower' ? 'lower' : 'higher',
    },
    provenance,
  );
  return { indicator: ratio, facts: fresh.map(([, fact]) => fact) };
}

interface NewIndicatorFieldsProps {
  readonly texts: IndicatorTexts;
  readonly field: (name: keyof IndicatorTexts) => NewField;
  readonly suggested: string;
  readonly taken: ReadonlySet<string>;
}

export function NewIndicatorFields({ texts, field, suggested, taken }: NewIndicatorFieldsProps) {
  const { t } = useTranslation();
  const choice = (name: 'kind' | 'base' | 'better') => ({
    value: texts[name],
    onChange: (event: { currentTarget: { value: string } }) => field(name).onType(event.currentTarget.value),
  });
  return (
    <>
      <Fields>
        <NewLocalised label={t('authoring.structure.text')} vi={field('textVi')} en={field('textEn')} />
        <NewText label={t('authoring.structure.points')} field={field('points')} />
        <NewText
          label={t('authoring.structure.indicatorId')}
          description={t('authoring.newIdHint')}
          placeholder={suggested}
          field={field('id')}
        />
        <NativeSelect
          {...choice('kind')}
          label={t('authoring.structure.kind')}
          data={(['check', 'ratio'] as const).map((value) => ({
            value,
            label: t(`authoring.structure.kindOf.${value}`),
          }))}
        />
        {texts.kind === 'ratio' && (
          <>
            <NativeSelect
              {...choice('base')}
              label={t('authoring.structure.base')}
              data={bases.map((base) => ({
                value: String(base),
                label: numberText(base),
              }))}
            />
            <NativeSelect
              {...choice('better')}
              label={t('authoring.structure.better')}
              data={(['higher', 'lower'] as const).map((value) => ({
                value,
                label: t(`authoring.structure.betterOf.${value}`),
              }))}
            />
          </>
        )}
      </Fields>
      {texts.kind === 'ratio' &&
        roles.map((role) => (
          <FactOfRole
            key={role}
            role={role}
            texts={texts}
            field={field}
            taken={takenFor(texts, role, taken)}
          />
        ))}
      {texts.kind === 'ratio' && <p className={classes.quiet}>{t('authoring.structure.firstTable')}</p>}
    </>
  );
}

interface FactOfRoleProps extends Omit<NewIndicatorFieldsProps, 'suggested'> {
  readonly role: Role;
}

/** One of the facts that there are, or a new one. */
function FactOfRole({ role, texts, field, taken }: FactOfRoleProps) {
  const { t } = useTranslation();
  const { set } = useGeneral();
  const chosen = field(role);
  return (
    <fieldset className={classes.row}>
      <legend>{t(`authoring.structure.${role}`)}</legend>
      <NativeSelect
        aria-label={t(`authoring.structure.${role}`)}
        value={chosen.value}
        error={chosen.error}
        onChange={(event) => chosen.onType(event.currentTarget.value)}
        data={[
          { value: '', label: t('authoring.structure.newFact') },
          ...set.facts.map(({ id, label }) => ({ value: id, label: localised(label) })),
        ]}
      />
      {chosen.value === '' && (
        <Fields>
          <NewFactFields
            field={(name) => field(`${role}.${name}`)}
            label={texts[`${role}.labelVi`]}
            taken={taken}
          />
        </Fields>
      )}
    </fieldset>
  );
}
