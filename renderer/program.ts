/** What the whole program knows: its versions and the criteria sets that were asked for. */
import { create } from 'zustand';
import type { CriteriaSet } from '../criteria/schema.ts';
import type { ApiError, AppInfo, Reply } from '../electron/api.ts';
import { callApi } from './api-client.ts';
import { follow } from './preferences/preferences.ts';

type Program =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ApiError }
  | { readonly state: 'ready'; readonly info: AppInfo; readonly currentSet: CriteriaSet };

export const useProgram = create<{ readonly program: Program }>(() => ({ program: { state: 'loading' } }));

export async function loadProgram(): Promise<void> {
  useProgram.setState({ program: { state: 'loading' } });
  const [info, set] = await Promise.all([callApi('app.info', {}), callApi('criteria.current', {})]);
  if (!info.ok) useProgram.setState({ program: { state: 'failed', error: info.error } });
  else if (!set.ok) useProgram.setState({ program: { state: 'failed', error: set.error } });
  else {
    keep(set.value);
    await follow(info.value.preferences);
    useProgram.setState({ program: { state: 'ready', info: info.value, currentSet: set.value } });
  }
}

/** The loaded program, for screens, which only exist once it is there. */
export function useReadyProgram(): { readonly info: AppInfo; readonly currentSet: CriteriaSet } {
  const program = useProgram((state) => state.program);
  if (program.state !== 'ready') throw new Error('a screen was shown before the program was loaded');
  return program;
}

const sets = new Map<string, CriteriaSet>();

function keep(set: CriteriaSet): void {
  sets.set(`${set.id}@${set.version}`, set);
}

/** A criteria set by id and version; sets never change, so each is asked for once. */
export async function criteriaSet(id: string, version: number): Promise<Reply<CriteriaSet>> {
  const known = sets.get(`${id}@${version}`);
  if (known !== undefined) return { ok: true, value: known };
  const reply = await callApi('criteria.get', { id, version });
  if (reply.ok) keep(reply.value);
  return reply;
}
