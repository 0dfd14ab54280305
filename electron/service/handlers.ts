/** The calls of the contract over the store, the catalogue, the criteria sets and the documents. */
import type { Assessment } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { AppInfo, AssessmentList, DamagedFile, PdfDocument } from '../api.ts';
import type { UnitCatalogue } from '../catalogue/unit-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { sampleDistrict } from '../sample/sample-district.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import { finalised, newAssessment, reopened, summaryOf, withChanges } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import { makeDocument } from './documents.ts';

export interface Services {
  readonly app: Omit<AppInfo, 'year'>;
  readonly store: AssessmentStore;
  readonly sets: ReadonlyMap<string, CriteriaSet>;
  readonly currentSetId: string;
  readonly catalogue: () => UnitCatalogue;
  readonly clock: () => Date;
  /** Shows a PDF in the system's viewer; false where this host has none. */
  readonly showDocument: (document: PdfDocument) => Promise<boolean>;
}

export function createHandlers(services: Services): Handlers {
  const { store, clock } = services;
  const now = () => clock().toISOString();
  const setOf = (pinned: { id: string; version: number }) => pinnedSet(services.sets, pinned);
  const currentSet = () => {
    const set = services.sets.get(services.currentSetId);
    if (set === undefined) throw new Error(`no criteria set ${services.currentSetId}`);
    return set;
  };
  const makePdf = async ({ id, kind }: { id: string; kind: 'scorecard' | 'certificate' }) => {
    const assessment = await store.read(id);
    return makeDocument(kind, setOf(assessment.criteriaSet), assessment);
  };

  return {
    'app.info': () => ({ ...services.app, year: clock().getFullYear() }),
    'criteria.current': currentSet,
    'criteria.get': setOf,
    'units.search': ({ query, limit }) => services.catalogue().search(query, limit),

    'assessments.list': async ({ year }) => listOf(await store.list(), year, setOf),
    'assessments.open': ({ id }) => store.read(id),
    'assessments.create': async ({ unit, year }) => {
      const assessment = newAssessment(currentSet(), unit, year, now());
      await store.create(assessment);
      return assessment;
    },
    'assessments.save': async ({ id, basedOn, ...changes }) => {
      const at = now();
      const saved = await store.change(id, basedOn, (a) => withChanges(setOf(a.criteriaSet), a, changes, at));
      return { saves: saved.saves, savedAt: at };
    },
    'assessments.finalise': ({ id, basedOn }) =>
      store.change(id, basedOn, (a) => finalised(setOf(a.criteriaSet), a, now())),
    'assessments.reopen': ({ id, basedOn, reason }) =>
      store.change(id, basedOn, (a) => reopened(a, reason, now())),

    'documents.make': makePdf,
    'documents.show': async (args) => {
      const document = await makePdf(args);
      return (await services.showDocument(document)) ? { shown: true } : { shown: false, document };
    },

    'sample.load': async ({ year }) => {
      let created = 0;
      for (const { unit, answers, notes } of sampleDistrict(year)) {
        const at = now();
        const set = currentSet();
        const empty = newAssessment(set, unit, year, at, true);
        try {
          await store.create(withChanges(set, empty, { answers, notes }, at));
          created += 1;
        } catch (error) {
          if (!(error instanceof Refusal && error.code === 'already_exists')) throw error;
        }
      }
      return { created };
    },
  };
}

function pinnedSet(
  sets: ReadonlyMap<string, CriteriaSet>,
  { id, version }: { id: string; version: number },
): CriteriaSet {
  const set = sets.get(id);
  if (set !== undefined && set.version === version) return set;
  throw new Refusal('unknown_criteria_set', `Chương trình không có bộ tiêu chí "${id}" phiên bản ${version}`);
}

function listOf(
  stored: { assessments: readonly Assessment[]; damaged: readonly DamagedFile[] },
  year: number,
  setOf: (pinned: Assessment['criteriaSet']) => CriteriaSet,
): AssessmentList {
  const damaged = [...stored.damaged];
  const summaries = stored.assessments
    .filter((assessment) => assessment.year === year)
    .flatMap((assessment) => {
      try {
        return [summaryOf(setOf(assessment.criteriaSet), assessment)];
      } catch (error) {
        const message =
          error instanceof Refusal ? error.message : 'Dữ liệu của phiếu không khớp với bộ tiêu chí của nó';
        damaged.push({ file: `${assessment.id}.json`, message });
        return [];
      }
    });
  const byName = new Intl.Collator('vi', { numeric: true });
  return {
    assessments: summaries.sort((a, b) => byName.compare(a.unit.name, b.unit.name)),
    damaged,
    years: [...new Set(stored.assessments.map((a) => a.year))].sort((a, b) => b - a),
  };
}
