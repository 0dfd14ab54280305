/** The calls of the contract over the store, the catalogue, the criteria sets and the documents. */
import type { Assessment } from '../../criteria/assessment.ts';
import { earliestYear, yearSchema } from '../../criteria/unit.ts';
import { type AppInfo, type AssessmentList, methods } from '../api.ts';
import type { UnitCatalogue } from '../catalogue/unit-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { sampleDistrict, sampleSetId } from '../sample/sample-district.ts';
import type { Listing } from '../store/assessment-list.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import { parseBackupName } from '../store/backup-name.ts';
import { Turns } from '../store/turns.ts';
import { finalised, newAssessment, reopened, withChanges } from './assessments.ts';
import type { Batches } from './batches.ts';
import { criteriaHandlers } from './criteria-handlers.ts';
import type { CriteriaSets } from './criteria-sets.ts';
import type { Desktop } from './desktop.ts';
import type { Diagnosing } from './diagnosing.ts';
import type { Handlers } from './dispatch.ts';
import type { Documents } from './documents.ts';
import { earlierFigures } from './earlier-figures.ts';
import type { Evidence } from './evidence.ts';
import type { Places } from './places.ts';
import type { Recovery } from './recovery.ts';
import type { Sheets } from './sheets.ts';

export interface Services {
  readonly app: Pick<AppInfo, 'version' | 'host' | 'dataFolder'>;
  readonly store: AssessmentStore;
  readonly recovery: Recovery;
  readonly sets: CriteriaSets;
  readonly documents: Documents;
  readonly batches: Batches;
  readonly sheets: Sheets;
  readonly evidence: Evidence;
  readonly catalogue: () => UnitCatalogue;
  readonly clock: () => Date;
  readonly desktop: Desktop | undefined;
  readonly places: Places;
  readonly diagnosis: Diagnosing;
}

/** More names than this hide the one that is looked for. */
const rememberedAssessors = 30;

/** Every call waits until the criteria sets that are kept here are known. */
export function createHandlers(services: Services): Handlers {
  const handlers = handlersOf(services);
  const waiting = methods.map((method) => [
    method,
    async (args: never) => {
      await services.sets.ready();
      return handlers[method](args);
    },
  ]);
  return Object.fromEntries(waiting);
}

function handlersOf(services: Services): Handlers {
  const { store, recovery, sets, documents, batches, sheets, evidence, clock } = services;
  const now = () => clock().toISOString();
  const setOf = (assessment: Assessment) => sets.pinned(assessment.criteriaSet);
  const saves = new Turns();
  /** Each name once, the latest first. */
  const assessors = async (change: (names: readonly string[]) => readonly string[]) => {
    await store.settings.change((settings) => ({
      ...settings,
      assessors: [...new Set(change(settings.assessors))].slice(0, rememberedAssessors),
    }));
    return (await store.settings.read()).assessors;
  };
  return {
    'app.info': async () => {
      const { preferences, assessors } = await store.settings.read();
      return { ...services.app, year: likelyYear(clock()), preferences, assessors };
    },
    'preferences.save': async ({ preferences }) => {
      await store.settings.change((settings) => ({ ...settings, preferences }));
      return preferences;
    },
    'assessors.choose': ({ name }) => assessors((names) => [name, ...names]),
    'assessors.remove': ({ name }) => assessors((names) => names.filter((other) => other !== name)),
    ...criteriaHandlers({ store, sets, clock }),
    'units.search': ({ query, limit }) => services.catalogue().search(query, limit),

    'assessments.list': async ({ year }) => {
      const listing = await store.list();
      return { ...listOf(listing, year), ...(await recovery.news(listing)) };
    },
    'assessments.open': async ({ id }) => {
      const opened = await store.open(id);
      const earlier = await earlierFigures(store, opened.assessment);
      return earlier === undefined ? opened : { ...opened, earlier };
    },
    'assessments.create': async ({ unit, year, by }) => {
      const assessment = newAssessment(sets.current, unit, year, { at: now(), by });
      await store.create(assessment);
      return assessment;
    },
    'assessments.save': async ({ id, basedOn, by, ...changes }) => {
      const at = now();
      // NOTE: in the order of the calls: while the files of one are looked for, the next must not overtake it.
      const { saving } = await saves.inTurn(id, async () => {
        if (changes.evidence !== undefined) await evidence.needAdded(changes.evidence, await store.read(id));
        return { saving: store.change(id, basedOn, (a) => withChanges(setOf(a), a, changes, { at, by })) };
      });
      return { saves: (await saving).saves, savedAt: at };
    },
    'assessments.finalise': ({ id, basedOn, by }) =>
      store.change(id, basedOn, (a) => finalised(setOf(a), a, { at: now(), by })),
    'assessments.reopen': ({ id, basedOn, by, reason }) =>
      store.change(id, basedOn, (a) => reopened(a, reason, { at: now(), by }), 'reopening'),

    'evidence.add': (request) => evidence.add(request),
    'evidence.read': ({ sha256, copy }) => evidence.read(sha256, copy),
    'evidence.check': async ({ id }) => evidence.check(await store.read(id)),

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
    'backups.restore': ({ id, file, basedOn, by }) => store.restore(id, file, basedOn, by),
    'backups.setSecondFolder': async ({ folder }) => {
      await recovery.setSecondFolder(folder);
      return recovery.overview();
    },
    'backups.copyAll': () => recovery.copyAll(),

    'documents.make': (request) => documents.make(request),
    'documents.show': async (request) => {
      const document = await documents.make(request);
      return (await services.desktop?.showDocument(document)) ? { shown: true } : { shown: false, document };
    },

    'batch.start': (request) => batches.start(request),
    'batch.state': () => batches.state(),
    'batch.cancel': () => batches.cancel(),
    'batch.retry': () => batches.retry(),

    'sheets.check': ({ base64 }) => sheets.check(base64),
    'sheets.import': ({ base64, as, basedOn, by }) => sheets.import(base64, as, basedOn, by),

    'office.read': async () => {
      const { office, officeLost } = await store.settings.read();
      // NOTE: an empty form over settings that cannot be read now would look as if nothing had been told.
      return officeLost ? office : store.settings.office();
    },
    'office.save': async ({ office }) => {
      await store.settings.change((settings) => ({ ...settings, office, officeLost: false }));
      return office;
    },

    'app.diagnosis': () => services.diagnosis.diagnosis(),
    'places.show': ({ place }) => services.places.show(place),
    'folders.choose': async ({ purpose, from }) => ({
      folder: await desktopOf(services).chooseFolder(purpose, from),
    }),
    'files.save': async ({ name, base64 }) => ({
      path: await desktopOf(services).saveFile(name, Buffer.from(base64, 'base64')),
    }),

    'sample.load': async ({ year }) => {
      let created = 0;
      const set = sets.pinned(sets.inUse.id === sampleSetId ? sets.inUse : sets.newestOf(sampleSetId));
      for (const { unit, answers, notes } of sampleDistrict(year)) {
        const made = { at: now(), by: null };
        const empty = newAssessment(set, unit, year, made, true);
        try {
          await store.create(filledIn(set, empty, { answers, notes }, made));
          created += 1;
        } catch (error) {
          if (!(error instanceof Refusal && error.code === 'already_exists')) throw error;
        }
      }
      return { created };
    },
  };
}

/** A corrected version can ask for other figures than the sample district has. */
function filledIn(...[set, empty, changes, made]: Parameters<typeof withChanges>): Assessment {
  try {
    return withChanges(set, empty, changes, made);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      'invalid_input',
      `Huyện mẫu không khớp với bộ tiêu chí "${set.id}" bản ${set.version}, vì bản này không còn hỏi những số liệu đó; hãy dùng bản khác rồi tải lại`,
    );
  }
}

function desktopOf({ desktop }: Services): Desktop {
  if (desktop === undefined) throw new Refusal('not_here', 'Việc này chỉ có trong ứng dụng trên máy tính');
  return desktop;
}

const byName = new Intl.Collator('vi', { numeric: true });

/** The part of a listing that is of a year, by name. */
export function listOf(
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
