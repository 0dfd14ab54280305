import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Fact } from '../../../criteria/schema.ts';
import { idChosen, localisedFrom, type NewField, NewLocalised, NewText } from './adding.tsx';
import { idFrom } from './new-id.ts';

/** What is typed for a new fact. */
export const factTexts = { labelVi: '', labelEn: '', nounVi: '', nounEn: '', id: '' };
export type FactTexts = Readonly<typeof factTexts>;
type FactTextName = keyof FactTexts;

export function factFaults(
  t: TFunction,
  { labelVi, nounVi, id }: FactTexts,
  taken: ReadonlySet<string>,
): Partial<Record<FactTextName, string | undefined>> {
  const needed = (text: string) => (text.trim() === '' ? t('authoring.neededSentence') : undefined);
  return {
    labelVi: needed(labelVi),
    nounVi: needed(nounVi),
    id: idChosen(id, idFrom(labelVi, taken), taken) === null ? t('authoring.badId') : undefined,
  };
}

/** Of texts without faults. */
export function factFrom(texts: FactTexts, taken: ReadonlySet<string>): Fact {
  return {
    id: idChosen(texts.id, idFrom(texts.labelVi, taken), taken) as string,
    label: localisedFrom(texts.labelVi, texts.labelEn),
    noun: localisedFrom(texts.nounVi, texts.nounEn),
  };
}

interface NewFactFieldsProps {
  readonly field: (name: FactTextName) => NewField;
  /** As it is typed now. */
  readonly label: string;
  readonly taken: ReadonlySet<string>;
}

export function NewFactFields({ field, label, taken }: NewFactFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <NewLocalised label={t('authoring.facts.label')} vi={field('labelVi')} en={field('labelEn')} />
      <NewLocalised label={t('authoring.facts.noun')} vi={field('nounVi')} en={field('nounEn')} />
      <NewText
        label={t('authoring.id')}
        description={t('authoring.newIdHint')}
        placeholder={idFrom(label, taken)}
        field={field('id')}
      />
    </>
  );
}
