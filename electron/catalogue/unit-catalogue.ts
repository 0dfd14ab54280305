/** Finds units by name or code, fast enough for each key press. */

import { fold, isMarked, type Word, wordsOf } from '../../criteria/fold.ts';
import type { CatalogueUnit } from '../api.ts';
import { packagedUnits } from './packaged-units.ts';
import { partUnitName } from './unit-name.ts';

/** A unit with what it may also be looked for by. */
export interface CatalogueEntry extends CatalogueUnit {
  /** Provinces that its area belonged to before they were merged: people still search by them. */
  readonly formerProvinces?: readonly string[];
}

/** How well a unit answers a query; the lowest is shown first. */
const rank = { exact: 0, nameStart: 1, wordStart: 2, codeStart: 3, withProvince: 4 } as const;
type Rank = (typeof rank)[keyof typeof rank];

interface IndexedUnit {
  readonly unit: CatalogueUnit;
  readonly code: string;
  /** The folded name without its type. */
  readonly ownName: string;
  readonly fullName: string;
  readonly words: readonly Word[];
  readonly provinceWords: readonly string[];
}

interface Match {
  readonly indexed: IndexedUnit;
  readonly rank: Rank;
  readonly marks: number;
}

export class UnitCatalogue {
  /** In Vietnamese alphabetical order, which a stable sort keeps among equals. */
  readonly #units: readonly IndexedUnit[];

  constructor(units: readonly CatalogueEntry[]) {
    const { compare } = new Intl.Collator('vi');
    this.#units = units
      .map((entry) => ({ entry, own: ownNameOf(entry) }))
      .sort(
        (a, b) =>
          compare(a.own, b.own) ||
          compare(a.entry.name, b.entry.name) ||
          compare(a.entry.province, b.entry.province),
      )
      .map(({ entry }) => indexed(entry));
  }

  /**
   * The units that match every word of the query at the start of a word of the name, of the code, or of the province;
   * best first, at most `limit`. An empty query gives none.
   */
  search(query: string, limit: number): readonly CatalogueUnit[] {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const folded = fold(query);
    const matches: Match[] = [];
    for (const candidate of this.#units) {
      const found = rankOf(candidate, folded, words);
      if (found !== undefined)
        matches.push({ indexed: candidate, rank: found, marks: sharedMarks(candidate, words) });
    }
    return matches
      .sort(byMerit)
      .slice(0, limit)
      .map((match) => match.indexed.unit);
  }
}

/** The catalogue of the units in force. Reads a file of 4 MB: make it once, when first needed. */
export function loadUnitCatalogue(): UnitCatalogue {
  return new UnitCatalogue(packagedUnits());
}

function ownNameOf({ name }: CatalogueUnit): string {
  return partUnitName(name)?.own ?? name;
}

function indexed({ formerProvinces = [], ...unit }: CatalogueEntry): IndexedUnit {
  return {
    unit,
    code: fold(unit.code),
    ownName: fold(ownNameOf(unit)),
    fullName: fold(unit.name),
    words: [...wordsOf(unit.name), ...wordsAfterApostrophes(unit.name)],
    provinceWords: [unit.province, ...formerProvinces].flatMap((name) => fold(name).split(' ')),
  };
}

/** "M'Drắk" is typed as one word or as two. */
function wordsAfterApostrophes(name: string): readonly Word[] {
  return name.includes("'") ? wordsOf(name.replaceAll("'", ' ')) : [];
}

function rankOf(candidate: IndexedUnit, folded: string, words: readonly Word[]): Rank | undefined {
  const { ownName, fullName, code } = candidate;
  if (folded === ownName || folded === fullName || folded === code) return rank.exact;
  if (ownName.startsWith(folded)) return rank.nameStart;

  let worst: Rank = rank.wordStart;
  for (const { bare } of words) {
    const found = wordRank(candidate, bare);
    if (found === undefined) return undefined;
    if (found > worst) worst = found;
  }
  // NOTE: a type alone ("xã") starts every full name, so it takes a word of the own name to count as its start.
  const typed = fullName.slice(0, fullName.length - ownName.length);
  return folded.length > typed.length && fullName.startsWith(folded) ? rank.nameStart : worst;
}

function wordRank(candidate: IndexedUnit, bare: string): Rank | undefined {
  if (candidate.words.some((word) => word.bare.startsWith(bare))) return rank.wordStart;
  if (candidate.code.startsWith(bare)) return rank.codeStart;
  if (candidate.provinceWords.some((word) => word.startsWith(bare))) return rank.withProvince;
  return undefined;
}

/** How far the marks that were typed are those of the name. Words typed without marks ask for none. */
function sharedMarks(candidate: IndexedUnit, words: readonly Word[]): number {
  let sum = 0;
  for (const typed of words) {
    if (!isMarked(typed)) continue;
    let best = 0;
    for (const word of candidate.words) {
      if (!word.bare.startsWith(typed.bare)) continue;
      best = Math.max(
        best,
        (word.letters.startsWith(typed.letters) ? 2 : 0) + (word.tone === typed.tone ? 1 : 0),
      );
    }
    sum += best;
  }
  return sum;
}

function byMerit(a: Match, b: Match): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.rank === rank.codeStart) return a.indexed.code < b.indexed.code ? -1 : 1;
  return b.marks - a.marks;
}
