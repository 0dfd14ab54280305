/** Who is working in this window. There are no passwords: a name says whose work it is, it proves nothing. */
import { create } from 'zustand';
import type { ApiError, Reply } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { useProgram } from '../program.ts';

interface Working {
  /** Null until somebody has said who is working. */
  readonly name: string | null;
  /** Why the name could not be kept for the next start, which keeps nobody from working; null when it was. */
  readonly error: ApiError | null;
}

const key = 'assessor';

/** Kept by the window, so that loading the page again does not ask again while a new start of the program does. */
export const useWorking = create<Working>(() => ({ name: sessionStorage.getItem(key), error: null }));

/** The name under which changes are made. */
export function whoWorks(): string | null {
  return useWorking.getState().name;
}

/** From now on changes are made under this name, which is remembered for the next start. */
export async function startWorkingAs(name: string): Promise<void> {
  sessionStorage.setItem(key, name);
  useWorking.setState({ name, error: null });
  keepNames(await callApi('assessors.choose', { name }));
}

/** Takes a name off the list that is offered. */
export async function forgetAssessor(name: string): Promise<void> {
  useWorking.setState({ error: null });
  keepNames(await callApi('assessors.remove', { name }));
}

export function dismissAssessorTrouble(): void {
  useWorking.setState({ error: null });
}

function keepNames(reply: Reply<readonly string[]>): void {
  if (!reply.ok) {
    useWorking.setState({ error: reply.error });
    return;
  }
  const { program } = useProgram.getState();
  if (program.state === 'ready')
    useProgram.setState({ program: { ...program, info: { ...program.info, assessors: reply.value } } });
}
