import type { SetVersion } from '../../../criteria/rules/published-set.ts';
import type { CallApi, Reply } from '../../../electron/api.ts';

/** Begins to correct a version, unless somebody has begun already, whose draft then is the one to go on with. */
export async function beginCorrection(
  call: CallApi,
  { id, version }: SetVersion,
  by: string | null,
): Promise<Reply<null>> {
  const reply = await call('setDrafts.begin', { from: { id, version }, as: null, by });
  return reply.ok || reply.error.code === 'already_exists' ? { ok: true, value: null } : reply;
}
