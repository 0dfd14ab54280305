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
  useNewForm,
} from './adding.tsx';
import { carryReadIn, moveRow, useGeneral } from './general-draft.ts';
import { InForce } from './in-force.tsx';
import { idFrom, takenIds } from './new-id.ts';
import { replaced } from './ordered.ts';
import { ReadIn } from './read-in.tsx';
import { OtherFaults, Row } from './rows.tsx';
import { Fields, SetId, SetLocalised } from './set-fields.tsx';
import { newProvenance } from './structure.ts';
import { classesOnlyOf, withoutType, withTypeId } from './units.ts';

const list = 'unitTypes';

/** The types of units (loại hình) and when each is in force. */
export function TypesPart() {
  const { t } = useTranslation();
  const { set } = useGeneral();
  return (
    <>
      <p>{t('authoring.types.intro')}</p>
      {set.unitTypes.map((type, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ids change while they are typed
        <TypeRow key={place} type={type} place={place} />
      ))}
      <OtherFaults within={list} shown={/^unitTypes\[\d+\]\.(id|from|to|label\.\w+)$/} />
      <Adding list={list} count={set.unitTypes.length} button={t('authoring.types.add')}>
        {(done) => <NewType done={done} />}
      </Adding>
    </>
  );
}

type UnitType = CriteriaSet['unitTypes'][number];

function TypeRow({ type, place }: { readonly type: UnitType; readonly place: number }) {
  const { t } = useTranslation();
  const draft = useGeneral();
  const { set, base } = draft;
  const path = `${list}[${place}]`;
  const change = (next: UnitType): CriteriaSet => ({
    ...set,
    unitTypes: replaced(set.unitTypes, place, next),
  });
  const lonely = classesOnlyOf(set, type.id);
  const member = set.unitClasses.filter(({ unitTypes }) => unitTypes.includes(type.id));
  const names = (items: readonly { label: UnitType['label'] }[]) =>
    items.map(({ label }) => localised(label)).join('; ');
  const removal = {
    next: () => withoutType(set, type.id),
    refusal:
      set.unitTypes.length === 1
        ? t('authoring.types.last')
        : lonely.length > 0
          ? t('authoring.types.lonely', { classes: names(lonely) })
          : null,
    follows: member.length > 0 ? [t('authoring.types.leaves', { classes: names(member) })] : [],
  };
  return (
    <Row
      list={list}
      place={place}
      title={localised(type.label)}
      removal={removal}
      order={{
        count: set.unitTypes.length,
        move: (step) =>
          moveRow(draft, list, set.unitTypes, place, step, (unitTypes) => ({ ...set, unitTypes })),
      }}
    >
      <Fields>
        <SetLocalised
          path={`${path}.label`}
          label={t('authoring.name')}
          value={type.label}
          change={(label) => change({ ...type, label })}
        />
        <InForce path={path} value={type} change={change} />
        {base.set.unitTypes.every(({ id }) => id !== type.id) && (
          <SetId
            path={`${path}.id`}
            value={type.id}
            taken={takenIds(set, base.set).types}
            change={(id) => {
              carryReadIn(draft, ruleKey('unit_type', type.id), ruleKey('unit_type', id));
              return withTypeId(set, type.id, id);
            }}
          />
        )}
      </Fields>
      <ReadIn rule={ruleKey('unit_type', type.id)} />
    </Row>
  );
}

function NewType({ done }: { readonly done: Done }) {
  const { t } = useTranslation();
  const { set, base, change } = useGeneral();
  const taken = takenIds(set, base.set).types;
  const form = useNewForm({ vi: '', en: '', id: '' }, ({ vi, id }) => ({
    vi: vi.trim() === '' ? t('authoring.neededSentence') : undefined,
    id: idChosen(id, idFrom(vi, taken), taken) === null ? t('authoring.badId') : undefined,
  }));
  const { vi, en, id } = form.values;
  const suggested = idFrom(vi, taken);
  return (
    <NewRowForm
      title={t('authoring.types.add')}
      done={done}
      form={form}
      onAdd={() =>
        change({
          ...set,
          unitTypes: [
            ...set.unitTypes,
            {
              id: idChosen(id, suggested, taken) as string,
              label: localisedFrom(vi, en),
              provenance: newProvenance(set),
            },
          ],
        })
      }
    >
      <Fields>
        <NewLocalised label={t('authoring.name')} vi={form.field('vi')} en={form.field('en')} />
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
