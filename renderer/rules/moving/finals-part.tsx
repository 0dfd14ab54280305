import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImpactLine } from '../../../criteria/rules/impact.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { Folded } from '../../frame/folded.tsx';
import { paged } from '../../frame/paged.ts';
import { Pages } from '../../frame/pages.tsx';
import { Part } from '../../frame/part.tsx';
import { numberText } from '../../wording.ts';
import { ImpactTable } from './impact-table.tsx';

const pageSize = 60;

/** Final assessments by other versions, which stay as they are, and what can be done about that. */
export function FinalsPart({
  set,
  sets,
  lines,
}: {
  readonly set: CriteriaSet;
  readonly sets: ReadonlyMap<string, CriteriaSet>;
  readonly lines: readonly ImpactLine[];
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(lines.length <= 12);
  const [wanted, setWanted] = useState(1);
  const part = paged(lines, wanted, pageSize);
  const n = numberText(lines.length);
  return (
    <Part title={t('moving.finals.title')}>
      <p>{t('moving.finals.text', { n })}</p>
      <Folded open={open} onOpen={setOpen} summary={t('moving.finals.show', { n })}>
        <Pages label={t('moving.pagesOfFinals')} paged={part} onPage={setWanted} />
        <ImpactTable
          caption={t('moving.finalsCaption')}
          afterTitle={t('moving.finals.ifMoved')}
          set={set}
          sets={sets}
          lines={part.items}
        />
      </Folded>
    </Part>
  );
}
