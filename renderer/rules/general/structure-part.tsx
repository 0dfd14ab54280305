import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleKey } from '../../../criteria/rules/rules.ts';
import type { Criterion } from '../../../criteria/schema.ts';
import { Folded } from '../../frame/folded.tsx';
import { localised, numberText } from '../../wording.ts';
import { Sum, sumOf } from '../correcting/sums.tsx';
import { Adding } from './adding.tsx';
import classes from './general.module.css';
import { carryReadIn, moveRow, useGeneral } from './general-draft.ts';
import { IndicatorRow } from './indicator-row.tsx';
import { NewCriterion, NewIndicator } from './new-criterion.tsx';
import { takenIds } from './new-id.ts';
import { replaced } from './ordered.ts';
import { ReadIn } from './read-in.tsx';
import { OtherFaults, RowActions } from './rows.tsx';
import { Fields, SetId, SetLocalised, SetNumber } from './set-fields.tsx';
import { unsharedFacts, withoutCriterion } from './structure.ts';

const list = 'criteria';

/** Criteria and their indicators: which there are, in which order, and what each is worth. */
export function StructurePart() {
  const { t } = useTranslation();
  const { set } = useGeneral();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <p>{t('authoring.structure.intro')}</p>
      {set.criteria.map((criterion, place) => (
        <CriterionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: ids change while they are typed
          key={place}
          criterion={criterion}
          place={place}
          open={open === criterion.id}
          onOpen={(opened) => setOpen(opened ? criterion.id : null)}
          onRename={setOpen}
        />
      ))}
      <Adding list={list} count={set.criteria.length} button={t('authoring.structure.addCriterion')}>
        {(done) => <NewCriterion done={done} onAdded={setOpen} />}
      </Adding>
    </>
  );
}

interface CriterionRowProps {
  readonly criterion: Criterion;
  readonly place: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onRename: (id: string) => void;
}

function CriterionRow({ criterion, place, open, onOpen, onRename }: CriterionRowProps) {
  const { t } = useTranslation();
  const draft = useGeneral();
  const { set, faults } = draft;
  const path = `${list}[${place}]`;
  const wrong = faults.filter((fault) => fault.path.startsWith(`${path}.`)).length;
  const facts = unsharedFacts(set, criterion.indicators);
  const title = t('authoring.structure.criterion', { id: criterion.id, name: localised(criterion.name) });
  const removal = {
    next: () => withoutCriterion(set, criterion),
    refusal: set.criteria.length === 1 ? t('authoring.structure.lastCriterion') : null,
    follows: [
      t('authoring.structure.indicatorsGo', { n: criterion.indicators.length }),
      ...(facts.length > 0
        ? [
            t('authoring.structure.factsGo', {
              n: facts.length,
              facts: facts.map(({ label }) => localised(label)).join('; '),
            }),
          ]
        : []),
    ],
  };
  return (
    <div className={classes.criterion}>
      <Folded
        open={open}
        onOpen={onOpen}
        className={classes.summary}
        summary={
          <>
            <strong>{title}</strong>{' '}
            <span className={classes.quiet}>
              {t('authoring.structure.size', {
                max: numberText(criterion.max),
                n: criterion.indicators.length,
              })}
            </span>
            {wrong > 0 && <span className={classes.wrong}> {t('authoring.faults', { n: wrong })}</span>}
          </>
        }
      >
        <CriterionFields criterion={criterion} place={place} onRename={onRename} />
      </Folded>
      <RowActions
        list={list}
        place={place}
        title={title}
        removal={removal}
        order={{
          count: set.criteria.length,
          move: (step) =>
            moveRow(draft, list, set.criteria, place, step, (criteria) => ({ ...set, criteria })),
        }}
      />
    </div>
  );
}

function CriterionFields({
  criterion,
  place,
  onRename,
}: Pick<CriterionRowProps, 'criterion' | 'place' | 'onRename'>) {
  const { t } = useTranslation();
  const draft = useGeneral();
  const { set, base } = draft;
  const path = `${list}[${place}]`;
  const rule = ruleKey('criterion', criterion.id);
  const change = (next: Criterion) => ({ ...set, criteria: replaced(set.criteria, place, next) });
  const indicators = `${path}.indicators`;
  return (
    <div className={classes.inside}>
      <Fields>
        <SetLocalised
          path={`${path}.name`}
          label={t('authoring.structure.name')}
          value={criterion.name}
          change={(name) => change({ ...criterion, name })}
        />
        <SetLocalised
          path={`${path}.sector`}
          label={t('authoring.structure.sector')}
          value={criterion.sector}
          change={(sector) => change({ ...criterion, sector })}
        />
        <SetNumber
          path={`${path}.max`}
          label={t('authoring.structure.max')}
          value={criterion.max}
          least={1}
          change={(max) => change({ ...criterion, max })}
        />
        {base.set.criteria.every(({ id }) => id !== criterion.id) && (
          <SetId
            path={`${path}.id`}
            value={criterion.id}
            taken={takenIds(set, base.set).criteria}
            change={(id) => {
              carryReadIn(draft, rule, ruleKey('criterion', id));
              onRename(id);
              return change({ ...criterion, id });
            }}
          />
        )}
      </Fields>
      <p>
        <Sum
          text={(sum, max) => t('authoring.structure.sum', { sum, max })}
          sum={sumOf(criterion.indicators.map(({ points }) => points))}
          max={criterion.max}
        />
      </p>
      <ReadIn rule={rule} />
      {criterion.indicators.map((indicator, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ids change while they are typed
        <IndicatorRow key={at} criterion={criterion} indicator={indicator} list={indicators} place={at} />
      ))}
      <OtherFaults
        within={path}
        shown={
          /^criteria\[\d+\]\.(id|max|(name|sector)\.\w+|indicators\[\d+\]\.(id|points|text\.\w+|numerator|denominator))$/
        }
      />
      <Adding
        list={indicators}
        count={criterion.indicators.length}
        button={t('authoring.structure.addIndicator', { id: criterion.id })}
      >
        {(done) => <NewIndicator criterion={criterion} done={done} />}
      </Adding>
    </div>
  );
}
