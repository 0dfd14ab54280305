/** Which of the known rules scored a sheet: a published version in the state of its register that the sheet names. */
import { createHash } from 'node:crypto';
import { type Register, type RegisterEntry, withRegister } from '../../criteria/rules/register.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { hashOfSet } from '../set-hash.ts';
import type { SheetAttachment } from './attachment.ts';

export interface KnownRules {
  readonly set: CriteriaSet;
  readonly register: Register;
}

export type FoundRules =
  | { readonly state: 'known'; readonly set: CriteriaSet }
  /** The version is known, but never stood like this: other confirmations, or another set of the same name. */
  | { readonly state: 'other_state' }
  | { readonly state: 'unknown_version' };

/** A register is looked through so far back, from the newest entry. */
const mostStates = 1_000;

/** The set as it stood when a sheet was printed, from the newest state of its register back to the published one. */
export function rulesOfSheet(
  { id, version, digest }: SheetAttachment['criteriaSet'],
  known: readonly KnownRules[],
): FoundRules {
  const named = known.filter(({ set }) => set.id === id && set.version === version);
  for (const { set, register } of named) {
    const states = statesOf(hashOfSet(set), register);
    const earliest = Math.max(0, register.length - mostStates);
    for (let length = register.length; length >= earliest; length -= 1) {
      const state = states[length] as string;
      const found = hashes.get(state);
      if (found !== undefined && found !== digest) continue;
      const stood = withRegister(set, register.slice(0, length));
      if (found === undefined) remember(state, hashOfSet(stood));
      if (hashOfSet(stood) === digest) return { state: 'known', set: stood };
    }
  }
  return { state: named.length === 0 ? 'unknown_version' : 'other_state' };
}

/** The hash of the set in each state, so that a state is worked out once. */
const hashes = new Map<string, string>();
const mostRemembered = 20_000;

function remember(state: string, hash: string): void {
  if (hashes.size >= mostRemembered) hashes.clear();
  hashes.set(state, hash);
}

/** A name for each state of a register: of none of its entries first, of all of them last. */
function statesOf(published: string, register: readonly RegisterEntry[]): readonly string[] {
  const states = [published];
  for (const entry of register)
    states.push(
      createHash('sha256')
        .update(`${states.at(-1)} ${JSON.stringify(entry)}`)
        .digest('hex'),
    );
  return states;
}

const whatToDo =
  'hãy xin tệp bộ tiêu chí của cơ quan đã in phiếu, nhập vào chương trình rồi kiểm tra lại, hoặc đối chiếu với bản giấy đã ký, đóng dấu';

/** Why the rules of a sheet were not found, and what to do about it. */
export function whyUnknown(
  { id, version }: SheetAttachment['criteriaSet'],
  state: Exclude<FoundRules['state'], 'known'>,
): string {
  return state === 'unknown_version'
    ? `Chương trình không có bộ tiêu chí đã chấm phiếu này ("${id}" bản ${version}), nên không tính lại được điểm và không so được các trang; ${whatToDo}`
    : `Bộ tiêu chí "${id}" bản ${version} trên máy này khác lúc in phiếu (nơi in đã đối chiếu những quy tắc khác, hoặc dùng một bộ khác trùng tên), nên không tính lại được điểm và không so được các trang; ${whatToDo}`;
}
