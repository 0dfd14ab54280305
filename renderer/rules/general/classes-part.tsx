import { useTranslation } from 'react-i18next';
import { ruleKey } from '../../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { localised } from '../../wording.ts';
import {
  Adding,
  type Done,
  idChosen,
  localisedFrom,
  NewLocalised,
  NewRowForm,
  NewText,
  numberFrom,
  useNewForm,
} from './adding.tsx';
import { carryReadIn, moveRow, useGeneral } from './general-draft.ts';
import { InForce } from './in-force.tsx';
import { idFrom, takenIds } from './new-id.ts';
import { replaced } from './ordered.ts';
import { ReadIn } from './read-in.tsx';
import { OtherFaults, Row } from './rows.tsx';
import { Fields, SetChecks, SetId, SetLocalised, SetNumber } from './set-fields.tsx';
import { newProvenance } from './structure.ts';
import { indicatorsWithTable, withClassId, withoutClass } from './units.ts';
import { UnitsLeft } from './units-left.tsx';

const list = 'unitClasses';
const shown = /^unitClasses\[\d+\]\.(id|threshold|from|to|(label|wording)\.\w+|unitTypes\[\d+\])$/;

/** The classes of units (loại đơn vị) with the total that each has to reach. */
export function ClassesPart() {
  const { t } = useTranslation();
  const { set } = useGeneral();
  return (
    <>
      <p>{t('authoring.classes.intro')}</p>
      {set.unitClasses.map((unitClass, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ids change while they are typed
        <ClassRow key={place} unitClass={unitClass} place={place} />
      ))}
      <OtherFaults within={list} shown={shown} />
      <Adding list={list} count={set.unitClasses.length} button={t('authoring.classes.add')}>
        {(done) => <NewClass done={done} />}
      </Adding>
    </>
  );
}

type UnitClass = CriteriaSet['unitClasses'][number];

function ClassRow({ unitClass, place }: { readonly unitClass: UnitClass; readonly place: number }) {
  const { t } = useTranslation();
  const draft = useGeneral();
  const { set, base } = draft;
  const path = `${list}[${place}]`;
  const rule = ruleKey('unit_class', unitClass.id);
  const change = (next: UnitClass): CriteriaSet => ({
    ...set,
    unitClasses: replaced(set.unitClasses, place, next),
  });
  const tables = indicatorsWithTable(set, unitClass.id);
  const isNew = base.set.unitClasses.every(({ id }) => id !== unitClass.id);
  const removal = {
    next: () => withoutClass(set, unitClass.id),
    refusal: set.unitClasses.length === 1 ? t('authoring.classes.last') : null,
    follows:
      tables.length > 0
        ? [
            t('authoring.classes.tables', {
              n: tables.length,
              indicators: tables.map(({ id }) => id).join(', '),
            }),
          ]
        : [],
    ...(!isNew && { lookUp: <UnitsLeft next={withoutClass(set, unitClass.id)} /> }),
  };
  return (
    <Row
      list={list}
      place={place}
      title={localised(unitClass.label)}
      removal={removal}
      order={{
        count: set.unitClasses.length,
        move: (step) =>
          moveRow(draft, list, set.unitClasses, place, step, (unitClasses) => ({ ...set, unitClasses })),
      }}
    >
      <Fields>
        <SetLocalised
          path={`${path}.label`}
          label={t('authoring.name')}
          value={unitClass.label}
          change={(label) => change({ ...unitClass, label })}
        />
        <SetLocalised
          path={`${path}.wording`}
          label={t('authoring.classes.wording')}
          value={unitClass.wording}
          change={(wording) => change({ ...unitClass, wording })}
        />
        <SetNumber
          path={`${path}.threshold`}
          label={t('authoring.classes.threshold')}
          value={unitClass.threshold}
          change={(threshold) => change({ ...unitClass, threshold })}
        />
        <InForce path={path} value={unitClass} change={change} />
        {isNew && (
          <SetId
            path={`${path}.id`}
            value={unitClass.id}
            taken={takenIds(set, base.set).classes}
            change={(id) => {
              carryReadIn(draft, rule, ruleKey('unit_class', id));
              return withClassId(set, unitClass.id, id);
            }}
          />
        )}
        <SetChecks
          path={`${path}.unitTypes`}
          label={t('authoring.classes.types')}
          value={unitClass.unitTypes}
          options={set.unitTypes.map(({ id, label }) => ({ value: id, label: localised(label) }))}
          change={(unitTypes) => change({ ...unitClass, unitTypes })}
        />
      </Fields>
      <ReadIn rule={rule} />
    </Row>
  );
}

function NewClass({ done }: { readonly done: Done }) {
  const { t } = useTranslation();
  const { set, base, change } = useGeneral();
  const taken = takenIds(set, base.set).classes;
  const form = useNewForm(
    { vi: '', en: '', wordingVi: '', wordingEn: '', threshold: '', id: '' },
    ({ vi, threshold, id }) => ({
      vi: vi.trim() === '' ? t('authoring.neededSentence') : undefined,
      threshold:
        numberFrom(threshold, 0, set.max) === null
          ? t('authoring.numberBetween', { least: 0, most: set.max })
          : undefined,
      id: idChosen(id, idFrom(vi, taken), taken) === null ? t('authoring.badId') : undefined,
    }),
  );
  const { vi, en, wordingVi, wordingEn, threshold, id } = form.values;
  const suggested = idFrom(vi, taken);
  const add = () => {
    const label = localisedFrom(vi, en);
    const added: UnitClass = {
      id: idChosen(id, suggested, taken) as string,
      label,
      wording: wordingVi.trim() === '' ? label : localisedFrom(wordingVi, wordingEn),
      unitTypes: set.unitTypes.map((type) => type.id),
      threshold: numberFrom(threshold, 0, set.max) as number,
      provenance: newProvenance(set),
    };
    return change({ ...set, unitClasses: [...set.unitClasses, added] });
  };
  return (
    <NewRowForm title={t('authoring.classes.add')} done={done} form={form} onAdd={add}>
      <Fields>
        <NewLocalised label={t('authoring.name')} vi={form.field('vi')} en={form.field('en')} />
        <NewLocalised
          label={t('authoring.classes.wording')}
          vi={form.field('wordingVi')}
          en={form.field('wordingEn')}
        />
        <NewText label={t('authoring.classes.threshold')} field={form.field('threshold')} />
        <NewText
          label={t('authoring.id')}
          description={t('authoring.newIdHint')}
          placeholder={suggested}
          field={form.field('id')}
        />
      </Fields>
    </NewRowForm>
  );
}
