import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ruleKey } from '../../../criteria/rules/rules.ts';
import { useGeneral } from './general-draft.ts';
import { ReadIn } from './read-in.tsx';
import { OtherFaults } from './rows.tsx';

/** What is asked of every unit beside its total. */
export function RecognitionPart() {
  const { t } = useTranslation();
  const { set, change } = useGeneral();
  return (
    <>
      <p>{t('authoring.recognition.intro')}</p>
      <Checkbox
        label={t('authoring.recognition.aboveZero')}
        description={t('authoring.recognition.aboveZeroHint')}
        checked={set.recognition.everyCriterionAboveZero}
        onChange={(event) =>
          change({
            ...set,
            recognition: { ...set.recognition, everyCriterionAboveZero: event.currentTarget.checked },
          })
        }
      />
      <ReadIn rule={ruleKey('recognition')} />
      <OtherFaults within="recognition" shown={/^$/} />
    </>
  );
}
