import { Button, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { assessmentId } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { ApiError } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { whoWorks } from '../assessors/working.ts';
import { DeadEnd } from '../frame/failure.tsx';
import frame from '../frame/frame.module.css';
import { Notice } from '../frame/notice.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { hostText } from '../host-text.ts';
import { chooseYear, useListStore } from '../list/list-store.ts';
import { paths } from '../paths.ts';
import { useReadyProgram } from '../program.ts';
import { localised } from '../wording.ts';
import { ClassChoice } from './class-choice.tsx';
import { emptyForm, type Form, type FormField, formFaults, ownCode, typeOf, unitOf } from './form.ts';
import { HandFields } from './hand-fields.tsx';
import { inForceIn } from './in-force.ts';
import classes from './new-assessment.module.css';
import { UnitSearch } from './unit-search.tsx';

interface Refused {
  readonly error: ApiError;
  /** The assessment that the unit and year would have had. */
  readonly id: string;
}

export default function NewAssessmentScreen() {
  const { t } = useTranslation();
  const { current } = useReadyProgram();
  if (current.ok) return <NewAssessment currentSet={current.value} />;
  return (
    <DeadEnd title={t('create.title')} message={hostText(current.error.message)}>
      <Link href={paths.rules()}>{t('rules.title')}</Link>
    </DeadEnd>
  );
}

function NewAssessment({ currentSet }: { readonly currentSet: CriteriaSet }) {
  const { t } = useTranslation();
  const { info } = useReadyProgram();
  const [, navigate] = useLocation();
  const listYear = useListStore((state) => state.year);
  const [form, setForm] = useState<Form>(() => emptyForm(listYear ?? info.year));
  // Errors show from the first attempt on, and then follow every change.
  const [tried, setTried] = useState(false);
  const [creating, setCreating] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const element = useRef<HTMLFormElement>(null);

  const offered = inForceIn(currentSet, form.year);
  const faults = formFaults(form, offered);
  const errorOf = (field: FormField) => {
    const fault = faults[field];
    // NOTE: a unit that the rules do not know is said as soon as it is chosen, before all the rest is filled in.
    if (fault === undefined || !(tried || fault === 'unitType')) return undefined;
    return t(`create.fault.${fault}`, { set: localised(currentSet.legalBasis), year: form.year });
  };
  const change = (part: Partial<Form>) => {
    setRefused(null);
    setForm((current) => ({ ...current, ...part }));
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) {
      requestAnimationFrame(() => firstInvalid(element.current)?.focus());
      return;
    }
    const unit = unitOf(form, ownCode());
    const year = Number(form.year);
    setCreating(true);
    const reply = await callApi('assessments.create', { unit, year, by: whoWorks() });
    setCreating(false);
    if (reply.ok) {
      chooseYear(reply.value.year);
      navigate(paths.assessment(reply.value.id));
    } else setRefused({ error: reply.error, id: assessmentId(year, unit.code) });
  }

  return (
    <main className={frame.narrow}>
      <Link href={paths.list()}>{t('failure.backToList')}</Link>
      <ScreenHeading title={t('create.title')} />
      <p>{t('create.intro')}</p>
      <form ref={element} className={classes.form} noValidate onSubmit={(event) => void submit(event)}>
        <div className={classes.card}>
          <Radio.Group
            label={t('create.source')}
            value={form.source}
            onChange={(source) => change({ source: source === 'hand' ? 'hand' : 'catalogue' })}
          >
            <div className={classes.sources}>
              <Radio value="catalogue" label={t('create.fromCatalogue')} />
              <Radio value="hand" label={t('create.byHand')} />
            </div>
          </Radio.Group>
          {form.source === 'catalogue' ? (
            <UnitSearch
              chosen={form.chosen}
              error={errorOf('unit')}
              onChoose={(chosen) => change({ chosen })}
            />
          ) : (
            <HandFields types={offered.types} form={form} errorOf={errorOf} onChange={change} />
          )}
        </div>
        <div className={classes.card}>
          <ClassChoice
            set={currentSet}
            offered={offered.classes}
            type={typeOf(form)}
            value={form.unitClass}
            error={errorOf('class')}
            onChoose={(unitClass) => change({ unitClass })}
          />
        </div>
        <div className={classes.card}>
          <TextInput
            className={classes.year}
            label={t('create.year')}
            inputMode="numeric"
            autoComplete="off"
            value={form.year}
            error={errorOf('year')}
            onChange={(event) => change({ year: event.currentTarget.value })}
          />
          {offered.others.length > 0 && (
            <p className={classes.notInForce}>
              {t('create.notInForce', {
                month: currentSet.calendar.month,
                year: form.year.trim(),
                names: offered.others.map(({ label }) => localised(label)).join('; '),
              })}
            </p>
          )}
        </div>
        {tried && Object.keys(faults).length > 0 && (
          <p role="alert">{t('create.fault.summary', { n: Object.keys(faults).length })}</p>
        )}
        {refused !== null && (
          <Notice tone="bad" title={t('create.failed')} announce="alert">
            <p>{sentence(refused.error.message)}</p>
            {refused.error.code === 'already_exists' && (
              <Link href={paths.assessment(refused.id)}>{t('create.openExisting')}</Link>
            )}
          </Notice>
        )}
        <div className={classes.actions}>
          <Button type="submit" disabled={creating}>
            {creating ? t('create.submitting') : t('create.submit')}
          </Button>
          <Button component={Link} href={paths.list()} variant="default">
            {t('create.cancel')}
          </Button>
        </div>
      </form>
    </main>
  );
}

/** The first field with an error; of a choice, its first option. */
function firstInvalid(form: HTMLFormElement | null): HTMLElement | null {
  return (
    form?.querySelector<HTMLElement>(
      'input[aria-invalid="true"], select[aria-invalid="true"], [data-faulty="true"] input',
    ) ?? null
  );
}
