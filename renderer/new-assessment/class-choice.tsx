import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { ProvisionalMark } from '../frame/marks.tsx';
import { Notice } from '../frame/notice.tsx';
import { lawWords } from '../walk/set-lookup.ts';
import { localised, numberText } from '../wording.ts';
import type { UnitClass } from './in-force.ts';
import classes from './new-assessment.module.css';

interface ClassChoiceProps {
  readonly set: CriteriaSet;
  /** Those that can be chosen. */
  readonly offered: readonly UnitClass[];
  readonly type: string | undefined;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChoose: (unitClass: string) => void;
}

/** The class decides the minimum total, so nothing is chosen beforehand and the law's wording stands beside each. */
export function ClassChoice({ set, offered, type, value, error, onChoose }: ClassChoiceProps) {
  const { t } = useTranslation();
  const chosen = offered.find(({ id }) => id === value);
  const typeLabel = set.unitTypes.find(({ id }) => id === type)?.label;
  const unusual = chosen !== undefined && type !== undefined && !chosen.unitTypes.includes(type);
  return (
    <>
      <Radio.Group
        label={t('create.class')}
        description={t('create.classHint')}
        error={error}
        data-faulty={error !== undefined}
        value={value}
        onChange={onChoose}
      >
        <div className={classes.choices}>
          {offered.map((unitClass) => (
            <div key={unitClass.id} className={classes.choice}>
              <Radio
                value={unitClass.id}
                label={localised(unitClass.label)}
                description={
                  <>
                    <LawWords unitClass={unitClass} />
                    {t('create.classThreshold', {
                      threshold: numberText(unitClass.threshold),
                      max: numberText(set.max),
                    })}
                  </>
                }
              />
              {unitClass.provenance.status === 'provisional' && <ProvisionalMark />}
            </div>
          ))}
        </div>
      </Radio.Group>
      {unusual && (
        <Notice tone="provisional" announce="status">
          <p>
            {t('create.classUnusual', {
              type: typeLabel === undefined ? '' : localised(typeLabel).toLocaleLowerCase('vi'),
            })}
          </p>
        </Notice>
      )}
    </>
  );
}

function LawWords({ unitClass }: { readonly unitClass: UnitClass }) {
  const words = lawWords(unitClass);
  if (words === null) return null;
  return (
    <>
      {localised(words)}
      <br />
    </>
  );
}
