/** A data folder in which every screen has something to show, and the way to the calls that fill it. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Assessment } from '../../criteria/assessment.ts';
import type { Args, AssessmentSummary } from '../../electron/api.ts';
import { currentSet as set } from '../example-assessment.ts';
import { call } from './host-calls.ts';

/** The year of the list that is shown first, which is left empty. */
export const thisYear = new Date().getFullYear();

export interface Scene {
  /** The year that has assessments. */
  readonly year: number;
  /** Half done, with evidence and figures that wait to be confirmed. */
  readonly draft: Assessment;
  /** Where they are. */
  readonly evidenceIn: Place;
  readonly unconfirmedIn: Place;
  /** A draft to type into. */
  readonly other: AssessmentSummary;
  /** Nothing is missing in it. */
  readonly whole: AssessmentSummary;
  /** Final, and some way from passing. */
  readonly ineligible: AssessmentSummary;
  /** Finalised twice, with a difference between the two. */
  readonly twice: AssessmentSummary;
  /** A backup of the draft, and how the file is called that is put among the assessments to be found damaged. */
  readonly backup: string;
  readonly damagedFile: string;
  /** PDFs: a scorecard of the draft as it was, and what is no scorecard. */
  readonly genuine: Buffer;
  readonly strange: Buffer;
}

interface Place {
  readonly criterion: string;
  readonly indicator: string;
  readonly facts: readonly string[];
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('the criteria set has too little in it');
  return one;
}

function usesOf(fact: string): number {
  const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
  return indicators.filter((one) => one.kind !== 'check' && [one.denominator, one.numerator].includes(fact))
    .length;
}

const by = 'Nguyễn Văn An';

export async function setScene(page: Page, dataFolder: string): Promise<Scene> {
  const year = thisYear - 1;
  // The year before it gives each assessment figures to stand beside.
  await call(page, 'sample.load', { year: year - 1 });
  await call(page, 'sample.load', { year });
  const { assessments } = await call(page, 'assessments.list', { year });
  const of = (verdict: AssessmentSummary['verdict'], nth = 0) => {
    const found = assessments.filter((one) => one.verdict === verdict && one.status === 'draft')[nth];
    if (found === undefined) throw new Error(`the sample has too few communes that are ${verdict}`);
    return found;
  };
  const ineligible = of('ineligible');
  await finalise(page, ineligible.id);
  const twice = of('ineligible', 1);
  await finalise(page, twice.id);
  const { saves } = await opened(page, twice.id);
  await call(page, 'assessments.reopen', {
    id: twice.id,
    basedOn: saves,
    by,
    reason: 'Trạm y tế gửi lại số liệu',
  });
  await change(page, twice.id, { notes: { [firstIndicator]: 'Đã đối chiếu lại với sổ của trạm y tế.' } });
  await finalise(page, twice.id);

  const half = of('incomplete', 1);
  // Printed before the draft changes, so that taking its figures over would change something.
  const genuine = await call(page, 'documents.make', { id: half.id, kind: 'scorecard' });
  const strange = await call(page, 'documents.make', { kind: 'blank_checklist' });
  await change(page, half.id, {
    answers: Object.fromEntries(unconfirmedIn.facts.map((fact) => [fact, null])),
  });
  const photo = await call(page, 'evidence.add', {
    base64: (await readFile(resolve(import.meta.dirname, '../../docs/walk.png'))).toString('base64'),
    name: 'ảnh chụp sổ theo dõi.png',
    printCopy: null,
  });
  await change(page, half.id, {
    evidence: {
      [evidenceIn.indicator]: [photo, { kind: 'paper', text: `Báo cáo số 12/BC-UBND, năm ${year}` }],
    },
    unconfirmed: Object.fromEntries(
      unconfirmedIn.facts.map((fact, n) => [fact, { value: 400 - n, year: year - 1 }]),
    ),
  });
  const backups = await call(page, 'backups.list', { id: half.id });
  const backup = backups.at(-1);
  if (backup === undefined) throw new Error('the draft has no backup');
  return {
    year,
    draft: await opened(page, half.id),
    evidenceIn,
    unconfirmedIn,
    other: of('incomplete'),
    whole: of('eligible'),
    ineligible,
    twice,
    backup: backup.file,
    damagedFile: join(dataFolder, 'assessments', `${year}-99999.json`),
    genuine: Buffer.from(genuine.base64, 'base64'),
    strange: Buffer.from(strange.base64, 'base64'),
  };
}

/** Every indicator that is a ratio of figures that no other asks for. */
const places: readonly Place[] = set.criteria.flatMap(({ id: criterion, indicators }) =>
  indicators.flatMap((indicator) => {
    if (indicator.kind === 'check') return [];
    const facts = [indicator.denominator, indicator.numerator];
    return facts.every((fact) => usesOf(fact) === 1) ? [{ criterion, indicator: indicator.id, facts }] : [];
  }),
);
const evidenceIn = found(places[0]);
const unconfirmedIn = found(places.at(-1));
const firstIndicator = found(set.criteria[0]?.indicators[0]).id;

async function opened(page: Page, id: string): Promise<Assessment> {
  return (await call(page, 'assessments.open', { id })).assessment;
}

async function finalise(page: Page, id: string): Promise<void> {
  const { saves } = await opened(page, id);
  await call(page, 'assessments.finalise', { id, basedOn: saves, by });
}

async function change(
  page: Page,
  id: string,
  changes: Partial<Pick<Args<'assessments.save'>, 'answers' | 'notes' | 'evidence' | 'unconfirmed'>>,
): Promise<void> {
  const { saves } = await opened(page, id);
  await call(page, 'assessments.save', { id, basedOn: saves, by, answers: {}, notes: {}, ...changes });
}
