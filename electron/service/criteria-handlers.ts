/** The calls of the criteria room, and those that move assessments between versions. */

import type { SetVersion } from '../../criteria/rules/published-set.ts';
import type { Method } from '../api.ts';
import { Refusal } from '../refusal.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import { movedTo } from './assessments.ts';
import { CriteriaRoom } from './criteria-room.ts';
import { type CriteriaSets, needUsable } from './criteria-sets.ts';
import type { Handlers } from './dispatch.ts';
import { Impacts } from './impact.ts';
import { SetDrafts } from './set-drafts.ts';
import { setFileText } from './set-file-format.ts';
import { SetFiles } from './set-files.ts';

export interface CriteriaServices {
  readonly store: AssessmentStore;
  readonly sets: CriteriaSets;
  readonly clock: () => Date;
}

type CriteriaMethod = Extract<
  Method,
  `criteria.${string}` | `setDrafts.${string}` | 'assessments.move' | 'assessments.moves'
>;

export function criteriaHandlers({ store, sets, clock }: CriteriaServices): Pick<Handlers, CriteriaMethod> {
  const now = () => clock().toISOString();
  const room = new CriteriaRoom({ store, sets, clock });
  const drafts = new SetDrafts({ store: store.criteria, sets });
  const impacts = new Impacts({ store, sets });
  const files = new SetFiles({ store: store.criteria, sets, clock });
  return {
    'criteria.current': () => sets.current,
    'criteria.get': (version) => sets.pinned(version),
    'criteria.overview': () => room.overview(),
    'criteria.open': (version) => room.open(version),
    'criteria.confirm': ({ id, version, basedOn, rules, ...attestation }) =>
      room.confirm({ id, version }, basedOn, rules, attestation),
    'criteria.withdraw': ({ id, version, basedOn, ...entry }) =>
      room.withdraw({ id, version }, basedOn, entry),
    'criteria.use': (version) => room.use(version),
    'criteria.impact': ({ of, set }) => impacts.ofSet(of, set),
    'criteria.export': (version) => {
      const published = sets.need(version);
      return {
        fileName: `bo-tieu-chi-${version.id}-ban-${version.version}.json`,
        base64: Buffer.from(setFileText(published)).toString('base64'),
      };
    },
    'criteria.checkFile': ({ base64 }) => files.check(Buffer.from(base64, 'base64')),
    'criteria.import': async ({ base64, by }) =>
      room.opened(await files.import(Buffer.from(base64, 'base64'), by)),

    'setDrafts.begin': ({ from, as, by }) => drafts.begin(from, as, { at: now(), by }),
    'setDrafts.open': ({ id }) => drafts.open(id),
    'setDrafts.save': ({ id, basedOn, set, readIn }) => drafts.save(basedOn, { set, readIn }, id, now()),
    'setDrafts.accept': async ({ id, basedOn, by, use }) => {
      const published = await drafts.accept(id, basedOn, use, { at: now(), by });
      if (use) await room.choose(published.set).catch(notInUse(published.set));
      return room.opened(published);
    },
    'setDrafts.discard': async ({ id, basedOn }) => {
      await drafts.discard(id, basedOn);
      return room.overview();
    },

    'assessments.moves': ({ to }) => impacts.ofMovingTo(to),
    'assessments.move': ({ id, basedOn, to, by }) => {
      const target = sets.pinned(to);
      needUsable(target);
      return store.change(
        id,
        basedOn,
        (a) => movedTo(sets.pinned(a.criteriaSet), target, a, { at: now(), by }),
        'moving',
      );
    },
  };
}

/** NOTE: the version is there for good by then; whoever reads that it failed would accept it once more. */
function notInUse({ version }: SetVersion): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.code,
      `Đã ban hành bản ${version} nhưng chưa đưa vào sử dụng được. Hãy chọn dùng bản này ở trang “Bộ tiêu chí”. ${error.message}`,
      { cause: error.cause },
    );
  };
}
