/**
 * A program that saves without end, to be killed: `node saving-program.ts <data folder> <journal>`. Several hands work
 * on an assessment each. Before each step the journal gets a line with the state that is tried, after it the state that
 * was acknowledged.
 */
import { appendFileSync, openSync } from 'node:fs';
import type { Assessment } from '../../criteria/assessment.ts';
import type { AssessmentStore } from '../../electron/store/assessment-store.ts';
import { restored } from '../../electron/store/restoring.ts';
import {
  by,
  emptyDraft,
  filled,
  finalisedAt,
  idOf,
  instantOf,
  openStore,
  reopenedAt,
  typed,
} from './proof-store.ts';
import { openedBy } from './store-attempt.ts';

export type JournalLine = { readonly word: 'tried' | 'saved'; readonly state: Assessment };

const hands = ['00001', '00002', '00003', '00004'];

/** One instant for what the store dates itself, so that what a step will lead to can be said before it. */
const now = new Date();

async function workWithoutEnd(store: AssessmentStore, code: string, say: (line: JournalLine) => void) {
  const id = idOf(code);
  let state = await openedBy(store, id);
  if (state === undefined) {
    state = emptyDraft(code, instantOf(0));
    say({ word: 'tried', state });
    await store.create(state);
    say({ word: 'saved', state });
  }
  for (;;) {
    const { saves } = state;
    const backups = saves % 7 === 3 && state.status === 'draft' ? await store.shelf.list(id) : [];
    // NOTE: the oldest may be pruned at this moment, because the last save is just being backed up.
    const chosen = backups[backups.length >> 1];
    if (chosen !== undefined) {
      const backup = await store.shelf.open(chosen);
      say({
        word: 'tried',
        state: { ...restored(state, backup, { at: now.toISOString(), by }), saves: saves + 1 },
      });
      state = await store.restore(id, chosen.file, saves, by);
    } else {
      const step = nextStep(state);
      const before = state.status === 'final' ? 'reopening' : undefined;
      say({ word: 'tried', state: { ...step(state), saves: saves + 1 } });
      state = await store.change(id, saves, step, before);
    }
    say({ word: 'saved', state });
    if (saves % 5 === 0) await store.keeper.settled();
    if (saves % 13 === 0) await store.list();
  }
}

function nextStep(state: Assessment) {
  if (state.status === 'final') return reopenedAt(instantOf(state.saves));
  if (state.saves % 17 === 0) return filled(instantOf(state.saves));
  // NOTE: finalised only when everything is answered, which `filled` has seen to.
  if (state.saves % 17 === 1 && Object.keys(state.answers).length > 1)
    return finalisedAt(instantOf(state.saves));
  return typed(state.saves);
}

if (import.meta.main) {
  const [, , dataFolder = '', journal = ''] = process.argv;
  const out = openSync(journal, 'a');
  const say = (line: JournalLine) => appendFileSync(out, `${JSON.stringify(line)}\n`);
  const store = openStore(dataFolder, { clock: () => now });
  process.stdout.write('ready\n');
  await Promise.all(hands.map((code) => workWithoutEnd(store, code, say)));
}
