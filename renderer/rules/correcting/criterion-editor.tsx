import { useTranslation } from 'react-i18next';
import type { Criterion } from '../../../criteria/schema.ts';
import classes from './correcting.module.css';
import { withCriterion } from './edit-set.ts';
import { useEditing } from './editing.ts';
import { PointsField, WordsFields } from './fields.tsx';

/** What a criterion says itself: its name, its maximum and who usually holds its figures. */
export function CriterionEditor({ criterion }: { readonly criterion: Criterion }) {
  const { t } = useTranslation();
  const { set } = useEditing().draft;
  const path = `criteria[${set.criteria.indexOf(criterion)}]`;
  const write = (part: Partial<Criterion>) => withCriterion(set, criterion.id, part);
  return (
    <div className={classes.fields}>
      <WordsFields
        path={`${path}.name`}
        labelVi={t('correcting.row.nameVi')}
        labelEn={t('correcting.row.nameEn')}
        value={criterion.name}
        write={(name) => write({ name })}
      />
      <PointsField
        path={`${path}.max`}
        label={t('correcting.row.max')}
        labelled
        least={1}
        value={criterion.max}
        write={(max) => write({ max })}
      />
      <WordsFields
        path={`${path}.sector`}
        labelVi={t('correcting.row.sectorVi')}
        labelEn={t('correcting.row.sectorEn')}
        value={criterion.sector}
        write={(sector) => write({ sector })}
      />
    </div>
  );
}
