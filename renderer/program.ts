/** What the whole program knows: its versions and the criteria sets that were asked for. */
import { create } from 'zustand';
import type { CriteriaSet } from '../criteria/schema.ts';
import type { ApiError, AppInfo, Reply } from '../electron/api.ts';
import { callApi } from './api-client.ts';
import { follow } from './preferences/preferences.ts';

interface ReadyProgram {
  readonly state: 'ready';
  readonly info: AppInfo;
  /** The set that new assessments use, or why it cannot be had now: all else goes on without it. */
  readonly current: Reply<CriteriaSet>;
}

type Program =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ApiError }
  | ReadyProgram;

export const useProgram = create<{ readonly program: Program }>(() => ({ program: { state: 'loading' } }));

export async function loadProgram(): Promise<void> {
  useProgram.setState({ program: { state: 'loading' } });
  const [info, set] = await Promise.all([callApi('app.info', {}), callApi('criteria.current', {})]);
  if (!info.ok) useProgram.setState({ program: { state: 'failed', error: info.error } });
  else if (!set.ok && set.error.code === 'unreachable')
    useProgram.setState({ program: { state: 'failed', error: set.error } });
  else {
    if (set.ok) keep(set.value);
    await follow(info.value.preferences);
    useProgram.setState({ program: { state: 'ready', info: info.value, current: set } });
  }
}

/** The loaded program, for screens, which only exist once it is there. */
export function useReadyProgram(): ReadyProgram {
  const program = useProgram((state) => state.program);
  if (program.state !== 'ready') throw new Error('a screen was shown before the program was loaded');
  return program;
}

const sets = new Map<string, CriteriaSet>();
/** How often what was known of them was dropped. */
let changes = 0;

function keep(set: CriteriaSet): void {
  sets.set(`${set.id}@${set.version}`, set);
}

/** A criteria set by id and version as it stands; asked for once, until `setsChanged`. */
export async function criteriaSet(id: string, version: number): Promise<Reply<CriteriaSet>> {
  const known = sets.get(`${id}@${version}`);
  if (known !== undefined) return { ok: true, value: known };
  const asked = changes;
  const reply = await callApi('criteria.get', { id, version });
  // NOTE: what changed meanwhile is not in the answer.
  if (reply.ok && asked === changes) keep(reply.value);
  return reply;
}

/** After rules were confirmed, corrected, taken in or chosen: what was known of criteria sets is asked for again. */
export async function setsChanged(): Promise<void> {
  sets.clear();
  changes += 1;
  const asked = changes;
  const current = await callApi('criteria.current', {});
  const { program } = useProgram.getState();
  if (program.state !== 'ready' || asked !== changes) return;
  if (current.ok) keep(current.value);
  useProgram.setState({ program: { ...program, current } });
}
