/** Marks on provisional rules: every rule that is a stand-in carries the number of its source, explained at the end. */
import type { CriteriaSet, Provenance } from '../../../criteria/schema.ts';
import { vi } from '../../../criteria/wording.ts';

export interface CitedSource {
  /** As in `[1]`. */
  readonly mark: string;
  readonly text: string;
}

export class SourceMarks {
  readonly #set: CriteriaSet;
  readonly #used: string[] = [];

  constructor(set: CriteriaSet) {
    this.#set = set;
  }

  /** What to put behind a rule: nothing for a confirmed one, ` [1]` or ` [1][2]` for a provisional one, never torn off. */
  of(...rules: readonly Provenance[]): string {
    const sources = new Set(
      rules.filter((rule) => rule.status === 'provisional').flatMap((rule) => rule.sources),
    );
    return sources.size === 0
      ? ''
      : `\u00a0${[...sources].map((source) => `[${this.#number(source)}]`).join('')}`;
  }

  /** The sources marked so far, with their numbers. */
  legend(): readonly CitedSource[] {
    return this.#used.map((source, index) => {
      const text = this.#set.sources[source];
      return { mark: `[${index + 1}]`, text: text === undefined ? source : vi(text) };
    });
  }

  #number(source: string): number {
    if (!this.#used.includes(source)) this.#used.push(source);
    return this.#used.indexOf(source) + 1;
  }
}
