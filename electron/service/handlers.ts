/** The calls of the contract over the store, the catalogue, the criteria sets and the documents. */
import type { Assessment } from '../../criteria/assessment.ts';
import { earliestYear, yearSchema } from '../../criteria/unit.ts';
import type { AppInfo, AssessmentList, PdfDocument } from '../api.ts';
import type { UnitCatalogue } from '../catalogue/unit-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { sampleDistrict } from '../sample/sample-district.ts';
import type { Listing } from '../store/assessment-list.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import { parseBackupName } from '../store/backup-name.ts';
import { finalised, newAssessment, reopened, withChanges } from './assessments.ts';
import type { CriteriaSets } from './criteria-sets.ts';
import type { Handlers } from './dispatch.ts';
import { makeDocument } from './documents.ts';
import type { Recovery } from './recovery.ts';

export interface Services {
  readonly app: Omit<AppInfo, 'year'>;
  readonly store: AssessmentStore;
  readonly recovery: Recovery;
  readonly sets: CriteriaSets;
  readonly catalogue: () => UnitCatalogue;
  readonly clock: () => Date;
  /** Shows a PDF in the system's viewer; false where this host has none. */
  readonly showDocument: (document: PdfDocument) => Promise<boolean>;
}

export function createHandlers(services: Services): Handlers {
  const { store, recovery, sets, clock } = services;
  const now = () => clock().toISOString();
  const setOf = (assessment: Assessment) => sets.pinned(assessment.criteriaSet);
  const makePdf = async ({ id, kind }: { id: string; kind: 'scorecard' | 'certificate' }) => {
    const assessment = await store.read(id);
    return makeDocument(kind, setOf(assessment), assessment);
  };

  return {
    'app.info': () => ({ ...services.app, year: likelyYear(clock()) }),
    'criteria.current': () => sets.current,
    'criteria.get': (pinned) => sets.pinned(pinned),
    'units.search': ({ query, limit }) => services.catalogue().search(query, limit),

    'assessments.list': async ({ year }) => {
      const listing = await store.list();
      return { ...listOf(listing, year), ...(await recovery.news(listing)) };
    },
    'assessments.open': ({ id }) => store.open(id),
    'assessments.create': async ({ unit, year }) => {
      const assessment = newAssessment(sets.current, unit, year, now());
      await store.create(assessment);
      return assessment;
    },
    'assessments.save': async ({ id, basedOn, ...changes }) => {
      const at = now();
      const saved = await store.change(id, basedOn, (a) => withChanges(setOf(a), a, changes, at));
      return { saves: saved.saves, savedAt: at };
    },
    'assessments.finalise': ({ id, basedOn }) =>
      store.change(id, basedOn, (a) => finalised(setOf(a), a, now())),
    'assessments.reopen': ({ id, basedOn, reason }) =>
      store.change(id, basedOn, (a) => reopened(a, reason, now()), 'reopening'),

    'recovery.overview': () => recovery.overview(),
    'recovery.acknowledge': async ({ files }) => {
      await recovery.acknowledge(files);
      return null;
    },
    'recovery.export': ({ place, file }) => recovery.export(place, file),
    'backups.list': ({ id }) => recovery.backups(id),
    'backups.open': async ({ id, file }) => {
      const assessment = await store.openBackup(id, file);
      const takenAt = parseBackupName(file)?.takenAt ?? assessment.updatedAt;
      return { takenAt, assessment, summary: sets.lineOf(assessment) };
    },
    'backups.restore': ({ id, file, basedOn }) => store.restore(id, file, basedOn),
    'backups.setSecondFolder': async ({ folder }) => {
      await recovery.setSecondFolder(folder);
      return recovery.overview();
    },
    'backups.copyAll': () => recovery.copyAll(),

    'documents.make': makePdf,
    'documents.show': async (args) => {
      const document = await makePdf(args);
      return (await services.showDocument(document)) ? { shown: true } : { shown: false, document };
    },

    'sample.load': async ({ year }) => {
      let created = 0;
      for (const { unit, answers, notes } of sampleDistrict(year)) {
        const at = now();
        const set = sets.current;
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

const byName = new Intl.Collator('vi', { numeric: true });

function listOf(
  { lines, troubled }: Listing,
  year: number,
): Pick<AssessmentList, 'assessments' | 'troubled' | 'years'> {
  return {
    assessments: lines
      .filter((line) => line.year === year)
      .sort((a, b) => byName.compare(a.unit.name, b.unit.name)),
    troubled,
    years: [...new Set(lines.map((line) => line.year))].sort((a, b) => b - a),
  };
}

/** A machine whose clock battery is dead still shows a list; that its clock is wrong is said there. */
function likelyYear(now: Date): number {
  const year = now.getFullYear();
  return yearSchema.safeParse(year).success ? year : earliestYear;
}
