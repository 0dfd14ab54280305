import { useTranslation } from 'react-i18next';
import type { Criterion } from '../../../criteria/schema.ts';
import type { SetFault } from '../../../criteria/set-faults.ts';
import {
  type Done,
  idChosen,
  localisedFrom,
  NewLocalised,
  NewRowForm,
  NewText,
  useNewForm,
} from './adding.tsx';
import { useGeneral } from './general-draft.ts';
import { nextNumber, takenIds } from './new-id.ts';
import { indicatorFaults, indicatorFrom, indicatorTexts, NewIndicatorFields } from './new-indicator.tsx';
import { Fields } from './set-fields.tsx';
import { newProvenance, withCriterion, withIndicator } from './structure.ts';

interface NewCriterionProps {
  readonly done: Done;
  readonly onAdded: (id: string) => void;
}

/** A criterion is nothing without an indicator, so it comes with its first one, whose points are its maximum. */
export function NewCriterion({ done, onAdded }: NewCriterionProps) {
  const { t } = useTranslation();
  const { set, base, change } = useGeneral();
  const taken = takenIds(set, base.set);
  const suggested = nextNumber('', taken.criteria);
  const form = useNewForm(
    { ...indicatorTexts, nameVi: '', nameEn: '', sectorVi: '', sectorEn: '', criterionId: '' },
    (values) => ({
      ...indicatorFaults(t, values, firstId(values.criterionId), taken.asked),
      nameVi: values.nameVi.trim() === '' ? t('authoring.neededSentence') : undefined,
      sectorVi: values.sectorVi.trim() === '' ? t('authoring.neededSentence') : undefined,
      criterionId:
        idChosen(values.criterionId, suggested, taken.criteria) === null ? t('authoring.badId') : undefined,
    }),
  );
  const { values, field } = form;

  function firstId(criterionId: string): string {
    return nextNumber(`${idChosen(criterionId, suggested, taken.criteria) ?? suggested}.`, taken.asked);
  }
  function add(): SetFault | null {
    const { indicator, facts } = indicatorFrom(set, values, firstId(values.criterionId), taken.asked);
    const provenance = newProvenance(set);
    const criterion: Criterion = {
      id: idChosen(values.criterionId, suggested, taken.criteria) as string,
      name: localisedFrom(values.nameVi, values.nameEn),
      max: indicator.points,
      sector: localisedFrom(values.sectorVi, values.sectorEn),
      provenance,
      maxProvenance: provenance,
      indicators: [indicator],
    };
    const refused = change(withCriterion(set, criterion, facts));
    if (refused === null) onAdded(criterion.id);
    return refused;
  }
  return (
    <NewRowForm title={t('authoring.structure.addCriterion')} done={done} form={form} onAdd={add}>
      <Fields>
        <NewLocalised label={t('authoring.structure.name')} vi={field('nameVi')} en={field('nameEn')} />
        <NewLocalised label={t('authoring.structure.sector')} vi={field('sectorVi')} en={field('sectorEn')} />
        <NewText
          label={t('authoring.structure.criterionId')}
          description={t('authoring.newIdHint')}
          placeholder={suggested}
          field={field('criterionId')}
        />
      </Fields>
      <h4>{t('authoring.structure.firstIndicator')}</h4>
      <NewIndicatorFields
        texts={values}
        field={field}
        suggested={firstId(values.criterionId)}
        taken={taken.asked}
      />
    </NewRowForm>
  );
}

interface NewIndicatorProps {
  readonly criterion: Criterion;
  readonly done: Done;
}

/** One more indicator of a criterion. */
export function NewIndicator({ criterion, done }: NewIndicatorProps) {
  const { t } = useTranslation();
  const { set, base, change } = useGeneral();
  const taken = takenIds(set, base.set).asked;
  const suggested = nextNumber(`${criterion.id}.`, taken);
  const form = useNewForm(indicatorTexts, (values) => indicatorFaults(t, values, suggested, taken));
  return (
    <NewRowForm
      title={t('authoring.structure.addIndicator', { id: criterion.id })}
      done={done}
      form={form}
      onAdd={() => {
        const { indicator, facts } = indicatorFrom(set, form.values, suggested, taken);
        return change(withIndicator(set, criterion.id, indicator, facts));
      }}
    >
      <NewIndicatorFields texts={form.values} field={form.field} suggested={suggested} taken={taken} />
    </NewRowForm>
  );
}
