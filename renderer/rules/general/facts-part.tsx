import { useTranslation } from 'react-i18next';
import type { CriteriaSet, Fact } from '../../../criteria/schema.ts';
import { localised } from '../../wording.ts';
import { Adding, type Done, NewRowForm, useNewForm } from './adding.tsx';
import classes from './general.module.css';
import { moveRow, useGeneral } from './general-draft.ts';
import { factFaults, factFrom, factTexts, NewFactFields } from './new-fact.tsx';
import { takenIds } from './new-id.ts';
import { replaced, without } from './ordered.ts';
import { OtherFaults, Row } from './rows.tsx';
import { Fields, SetId, SetLocalised } from './set-fields.tsx';
import { indicatorsAsking, withFactId } from './structure.ts';

const list = 'facts';

/** The figures that are asked for, each once, however many indicators count with it. */
export function FactsPart() {
  const { t } = useTranslation();
  const { set } = useGeneral();
  return (
    <>
      <p>{t('authoring.facts.intro')}</p>
      {set.facts.map((fact, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ids change while they are typed
        <FactRow key={place} fact={fact} place={place} />
      ))}
      <OtherFaults within={list} shown={/^facts\[\d+\](\.(id|(label|noun)\.\w+))?$/} />
      <Adding list={list} count={set.facts.length} button={t('authoring.facts.add')}>
        {(done) => <NewFact done={done} />}
      </Adding>
    </>
  );
}

function FactRow({ fact, place }: { readonly fact: Fact; readonly place: number }) {
  const { t } = useTranslation();
  const draft = useGeneral();
  const { set, base } = draft;
  const path = `${list}[${place}]`;
  const change = (next: Fact): CriteriaSet => ({ ...set, facts: replaced(set.facts, place, next) });
  const asking = indicatorsAsking(set, fact.id).map(({ id }) => id);
  const removal = {
    next: () => ({ ...set, facts: without(set.facts, place) }),
    refusal: asking.length > 0 ? t('authoring.facts.used', { indicators: asking.join(', ') }) : null,
  };
  return (
    <Row
      list={list}
      place={place}
      title={localised(fact.label)}
      removal={removal}
      order={{
        count: set.facts.length,
        move: (step) => moveRow(draft, list, set.facts, place, step, (facts) => ({ ...set, facts })),
      }}
    >
      <Fields>
        <SetLocalised
          path={`${path}.label`}
          label={t('authoring.facts.label')}
          value={fact.label}
          change={(label) => change({ ...fact, label })}
        />
        <SetLocalised
          path={`${path}.noun`}
          label={t('authoring.facts.noun')}
          value={fact.noun}
          change={(noun) => change({ ...fact, noun })}
        />
        {base.set.facts.every(({ id }) => id !== fact.id) && (
          <SetId
            path={`${path}.id`}
            value={fact.id}
            taken={takenIds(set, base.set).asked}
            change={(id) => withFactId(set, fact.id, id)}
          />
        )}
      </Fields>
      <p className={asking.length > 0 ? classes.quiet : classes.wrong}>
        {asking.length > 0
          ? t('authoring.facts.asking', { indicators: asking.join(', ') })
          : t('authoring.facts.unused')}
      </p>
    </Row>
  );
}

function NewFact({ done }: { readonly done: Done }) {
  const { t } = useTranslation();
  const { set, base, change } = useGeneral();
  const taken = takenIds(set, base.set).asked;
  const form = useNewForm(factTexts, (values) => factFaults(t, values, taken));
  return (
    <NewRowForm
      title={t('authoring.facts.add')}
      done={done}
      form={form}
      onAdd={() => change({ ...set, facts: [...set.facts, factFrom(form.values, taken)] })}
    >
      <Fields>
        <NewFactFields field={form.field} label={form.values.labelVi} taken={taken} />
      </Fields>
    </NewRowForm>
  );
}
