/** Random calls of the criteria room made to reach something: a version, a draft, a rule, a file that there is. */
import { rulesOf } from '../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { builtInSets, currentSetId, exampleSetId } from '../../criteria/sets/built-in.ts';
import type { Method } from '../../electron/api.ts';

/** What answers told of sets so far. */
export interface KnownSets {
  /** How many entries the register of a version has, by `<id>@<version>`. */
  readonly entries: Map<string, number>;
  /** By the id of the set. */
  readonly drafts: Map<string, { set: CriteriaSet; saves: number }>;
  /** In base64. */
  readonly files: string[];
}

const builtIn = (id: string): CriteriaSet => {
  const set = builtInSets.get(id);
  if (set === undefined) throw new Error(`no set ${id}`);
  return set;
};
const [current, example] = [builtIn(currentSetId), builtIn(exampleSetId)];
const rules = rulesOf(current).map(({ key }) => key);
/** Few, so that versions do not become ever more. */
const ids = [currentSetId, 'moi-1', 'moi-2'];

export function noSetsKnown(): KnownSets {
  const written = JSON.stringify({ ...example, id: 'nhap-vao' });
  return { entries: new Map(), drafts: new Map(), files: [Buffer.from(written).toString('base64')] };
}

/** Null for a call that has nothing to do with sets. */
export function aimedAtSets(method: Method, args: object, chance: number, known: KnownSets): object | null {
  const pin = { id: currentSetId, version: 1 + Number(chance % 16 === 1) };
  const pick = <T>(list: readonly T[]): T => list[chance % list.length] as T;
  const entries = known.entries.get(`${pin.id}@${pin.version}`) ?? 0;
  const id = pick(ids);
  const draft = known.drafts.get(id);
  const basedOn = draft?.saves ?? 0;
  switch (method) {
    case 'criteria.get':
    case 'criteria.open':
    case 'criteria.export':
    case 'criteria.use':
      return { ...args, ...pin };
    case 'criteria.confirm':
      return { ...args, ...pin, basedOn: entries, rules: [pick(rules)], on: '2020-01-01' };
    case 'criteria.withdraw':
      return { ...args, ...pin, basedOn: entries, rule: pick(rules) };
    case 'criteria.impact':
      return { of: pin, set: pick([current, example]) };
    case 'criteria.checkFile':
    case 'criteria.import':
      return { ...args, base64: pick(known.files) };
    case 'setDrafts.begin':
      return { ...args, from: pin, as: id === currentSetId ? null : id };
    case 'setDrafts.open':
      return { id };
    case 'setDrafts.save': {
      const before = draft?.set ?? current;
      const title = { vi: `Bộ ${chance % 100}`, en: `Set ${chance % 100}` };
      const content = chance % 8 === 3 ? { ...before, title } : before;
      return { ...args, id, basedOn, readIn: {}, set: { ...content, id, version: draft?.set.version ?? 1 } };
    }
    case 'setDrafts.accept':
    case 'setDrafts.discard':
      return { ...args, id, basedOn };
    case 'assessments.moves':
      return { to: pin };
    default:
      return null;
  }
}

/** Takes up what an answer tells of sets. */
export function learnOfSets(known: KnownSets, method: Method, args: object, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('published' in value && 'entries' in value && 'set' in value) {
    const { id, version } = value.set as CriteriaSet;
    known.entries.set(`${id}@${version}`, Number(value.entries));
  }
  if ('readIn' in value && 'saves' in value && 'set' in value) {
    const set = value.set as CriteriaSet;
    known.drafts.set(set.id, { set, saves: Number(value.saves) });
  }
  if (method === 'setDrafts.save' && 'set' in args && 'saves' in value) {
    const set = args.set as CriteriaSet;
    known.drafts.set(set.id, { set, saves: Number(value.saves) });
  }
  if (method === 'criteria.export' && 'base64' in value && known.files.length < 20)
    known.files.push(String(value.base64));
}
