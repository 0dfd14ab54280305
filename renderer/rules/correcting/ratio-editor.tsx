import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fact, RatioIndicator } from '../../../criteria/schema.ts';
import { localised, numberText } from '../../wording.ts';
import { BandEditor } from './band-editor.tsx';
import { ClassTables } from './class-tables.tsx';
import classes from './correcting.module.css';
import { turnedAround, withFact, withIndicator } from './edit-set.ts';
import { useEditing } from './editing.ts';
import { WordsFields } from './fields.tsx';

interface RatioEditorProps {
  readonly indicator: RatioIndicator;
  readonly path: string;
}

const bases = [100, 1_000, 10_000, 100_000] as const;

/** How a ratio is counted and what it gives. */
export function RatioEditor({ indicator, path }: RatioEditorProps) {
  const { t } = useTranslation();
  const { draft, change } = useEditing();
  const { set } = draft;
  const { base, better, zeroDenominator } = indicator;
  const apply = (next: (one: RatioIndicator) => RatioIndicator) => {
    change(withIndicator(set, indicator, next));
  };
  const facts = [indicator.numerator, indicator.denominator].flatMap((id) =>
    set.facts.filter((fact) => fact.id === id),
  );
  return (
    <>
      <fieldset className={classes.group}>
        <legend>{t('correcting.counting')}</legend>
        <p className={classes.formula}>
          {t('correcting.formula', {
            numerator: labelOf(facts, indicator.numerator),
            denominator: labelOf(facts, indicator.denominator),
            base: numberText(base),
          })}
        </p>
        <div className={classes.choices}>
          <NativeSelect
            label={t('correcting.row.base')}
            value={String(base)}
            data={bases.map((one) => ({
              value: String(one),
              label: t(one === 100 ? 'correcting.perHundred' : 'correcting.perBase', { n: numberText(one) }),
            }))}
            onChange={(event) => {
              const chosen = bases.find((one) => String(one) === event.currentTarget.value);
              if (chosen !== undefined) apply((one) => ({ ...one, base: chosen }));
            }}
          />
          <NativeSelect
            label={t('correcting.row.better')}
            value={better}
            data={(['higher', 'lower'] as const).map((value) => ({
              value,
              label: t(`correcting.better.${value}`),
            }))}
            onChange={() => apply(turnedAround)}
          />
          <NativeSelect
            label={t('correcting.row.zeroDenominator')}
            value={zeroDenominator.gives}
            data={(['full', 'zero'] as const).map((value) => ({
              value,
              label: t(`correcting.zeroGives.${value}`),
            }))}
            onChange={(event) => {
              const gives = event.currentTarget.value === 'full' ? 'full' : 'zero';
              apply((one) => ({ ...one, zeroDenominator: { ...one.zeroDenominator, gives } }));
            }}
          />
        </div>
      </fieldset>
      <BandEditor indicator={indicator} path={path} table={indicator} unitClass={null} />
      <ClassTables indicator={indicator} path={path} />
      <details className={classes.group}>
        <summary>{t('correcting.facts')}</summary>
        <p className={classes.quiet}>{t('correcting.factsHint')}</p>
        {facts.map((fact) => (
          <FactFields key={fact.id} fact={fact} />
        ))}
      </details>
    </>
  );
}

function labelOf(facts: readonly Fact[], id: string): string {
  const found = facts.find((fact) => fact.id === id);
  return found === undefined ? id : localised(found.label);
}

function FactFields({ fact }: { readonly fact: Fact }) {
  const { t } = useTranslation();
  const { set } = useEditing().draft;
  const path = `facts[${set.facts.indexOf(fact)}]`;
  return (
    <fieldset className={classes.fact}>
      <legend>{localised(fact.label)}</legend>
      <WordsFields
        path={`${path}.label`}
        labelVi={t('correcting.factLabelVi')}
        labelEn={t('correcting.factLabelEn')}
        value={fact.label}
        write={(label) => withFact(set, fact.id, { label })}
      />
      <WordsFields
        path={`${path}.noun`}
        labelVi={t('correcting.factNounVi')}
        labelEn={t('correcting.factNounEn')}
        value={fact.noun}
        write={(noun) => withFact(set, fact.id, { noun })}
      />
    </fieldset>
  );
}
