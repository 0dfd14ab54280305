/** What the people at a machine may find of one assessment, by what they were told. */
import { expect } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { saidOf, same } from './store-attempt.ts';

type State = Assessment | undefined;

export class Expectation {
  /** The state last acknowledged, then those that were tried since without word. */
  #allowed: State[] = [undefined];
  #highest = -1;

  /** The highest `saves` that anybody has seen. */
  get highest(): number {
    return this.#highest;
  }

  /** Whether something else than the state last acknowledged may be there. */
  get inDoubt(): boolean {
    return this.#allowed.length > 1;
  }

  /** Whether this may be what is there. */
  mayBe(state: State): boolean {
    return this.#allowed.some((one) => alike(one, state));
  }

  acknowledge(state: State): void {
    this.#see(state);
    this.#allowed = [state];
  }

  try(state: Assessment): void {
    this.#allowed.push(state);
  }

  /** The state tried last was refused: nothing was written. */
  refuse(state: Assessment): void {
    this.#allowed = this.#allowed.filter((one) => one !== state);
  }

  /** Fails unless this may be found. */
  find(found: State): void {
    if (!this.mayBe(found) && !(this.inDoubt && this.mayBe(beforeRecovery(found))))
      expect.fail(`found ${saidOf(found)} instead of one of ${this.#allowed.map(saidOf).join(', ')}`);
    if (!this.mayBe(found)) this.#allowed.push(found);
    this.#see(found);
  }

  #see(state: State): void {
    this.#highest = Math.max(this.#highest, state?.saves ?? -1);
  }
}

/** The same but for the count of saves: one that failed and was tried again counts on. */
export function alike(a: State, b: State): boolean {
  return same(a && { ...a, saves: 0 }, b && { ...b, saves: 0 });
}

/**
 * What came back by itself, as it was. A save that failed in its last step can have been backed up all the same; where a
 * power cut then took it back, it is ahead of its file, and comes back from its backup.
 */
function beforeRecovery(state: State): State {
  const last = state?.log.at(-1);
  const byItself = last?.event === 'restored' && (last.because === 'outdated' || last.because === 'damaged');
  return state !== undefined && byItself ? { ...state, log: state.log.slice(0, -1) } : undefined;
}
