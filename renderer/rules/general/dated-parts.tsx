import { useTranslation } from 'react-i18next';
import { ruleKey } from '../../../criteria/rules/rules.ts';
import type { CriteriaSet, NationalTarget } from '../../../criteria/schema.ts';
import { Adding, type Done, NewRowForm, NewText, numberFrom, useNewForm } from './adding.tsx';
import { carryReadIn, useGeneral } from './general-draft.ts';
import { replaced, without } from './ordered.ts';
import { ReadIn } from './read-in.tsx';
import { OtherFaults, Row } from './rows.tsx';
import { Fields, SetChoice, SetNumber, SetYear, SetYears } from './set-fields.tsx';
import { newProvenance } from './structure.ts';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** In which month of which years units are assessed. */
export function CalendarPart() {
  const { t } = useTranslation();
  const { set } = useGeneral();
  const { calendar } = set;
  return (
    <>
      <p>{t('authoring.calendar.intro')}</p>
      <Fields>
        <SetChoice
          path="calendar.month"
          label={t('authoring.calendar.month')}
          value={String(calendar.month)}
          options={months.map((month) => ({
            value: String(month),
            label: t('authoring.calendar.monthOf', { month }),
          }))}
          change={(month) => ({ ...set, calendar: { ...calendar, month: Number(month) } })}
        />
        <SetYears
          path="calendar.years"
          label={t('authoring.calendar.years')}
          description={t('authoring.calendar.yearsHint')}
          value={calendar.years}
          change={(years) => ({ ...set, calendar: { ...calendar, years } })}
        />
      </Fields>
      <ReadIn rule={ruleKey('calendar')} />
      <OtherFaults within="calendar" shown={/^calendar\.(month|years)$/} />
    </>
  );
}

const list = 'nationalTargets';
const first = 2000;
const last = 2100;

/** Which share of all units is to be recognised by the end of which year. */
export function TargetsPart() {
  const { t } = useTranslation();
  const { set } = useGeneral();
  return (
    <>
      <p>{t('authoring.targets.intro')}</p>
      {set.nationalTargets.length === 0 && <p>{t('authoring.targets.none')}</p>}
      {set.nationalTargets.map((target, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: years change while they are typed
        <TargetRow key={place} target={target} place={place} />
      ))}
      <OtherFaults within={list} shown={/^nationalTargets\[\d+\]\.(byYear|percent)$/} />
      <Adding list={list} count={set.nationalTargets.length} button={t('authoring.targets.add')}>
        {(done) => <NewTarget done={done} />}
      </Adding>
    </>
  );
}

function TargetRow({ target, place }: { readonly target: NationalTarget; readonly place: number }) {
  const { t } = useTranslation();
  const draft = useGeneral();
  const { set } = draft;
  const path = `${list}[${place}]`;
  const rule = ruleKey('target', String(target.byYear));
  const change = (next: NationalTarget): CriteriaSet => ({
    ...set,
    nationalTargets: replaced(set.nationalTargets, place, next),
  });
  return (
    <Row
      list={list}
      place={place}
      title={t('authoring.targets.row', { year: target.byYear })}
      removal={{ next: () => ({ ...set, nationalTargets: without(set.nationalTargets, place) }) }}
    >
      <Fields>
        <SetYear
          path={`${path}.byYear`}
          label={t('authoring.targets.byYear')}
          value={target.byYear}
          change={(byYear) => {
            carryReadIn(draft, rule, ruleKey('target', String(byYear)));
            return change({ ...target, byYear });
          }}
        />
        <SetNumber
          path={`${path}.percent`}
          label={t('authoring.targets.percent')}
          value={target.percent}
          change={(percent) => change({ ...target, percent })}
        />
      </Fields>
      <ReadIn rule={rule} />
    </Row>
  );
}

function NewTarget({ done }: { readonly done: Done }) {
  const { t } = useTranslation();
  const { set, change } = useGeneral();
  const least = (set.nationalTargets.at(-1)?.byYear ?? first - 1) + 1;
  const form = useNewForm({ byYear: '', percent: '' }, ({ byYear, percent }) => ({
    byYear:
      numberFrom(byYear, least, last) === null
        ? t('authoring.yearBetween', { least: String(least), most: String(last) })
        : undefined,
    percent:
      numberFrom(percent, 0, 100) === null
        ? t('authoring.numberBetween', { least: 0, most: 100 })
        : undefined,
  }));
  const { byYear, percent } = form.values;
  return (
    <NewRowForm
      title={t('authoring.targets.add')}
      done={done}
      form={form}
      onAdd={() => {
        const added: NationalTarget = {
          byYear: numberFrom(byYear, least, last) as number,
          percent: numberFrom(percent, 0, 100) as number,
          provenance: newProvenance(set),
        };
        return change({ ...set, nationalTargets: [...set.nationalTargets, added] });
      }}
    >
      <Fields>
        <NewText label={t('authoring.targets.byYear')} field={form.field('byYear')} />
        <NewText label={t('authoring.targets.percent')} field={form.field('percent')} />
      </Fields>
    </NewRowForm>
  );
}
