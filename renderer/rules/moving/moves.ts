/** The assessments of this machine beside what a version would make of them, as the moving screen shows them. Pure. */
import type { Effect, ImpactLine } from '../../../criteria/rules/impact.ts';
import type { SetVersion } from '../../../criteria/rules/published-set.ts';
import { placeText } from '../../../criteria/unit.ts';
import { filterable, filterOf } from '../../frame/filter.ts';

export interface Moves {
  /** Drafts by other versions of the same set. */
  readonly drafts: readonly ImpactLine[];
  /** Drafts by other sets. */
  readonly others: readonly ImpactLine[];
  readonly finals: readonly ImpactLine[];
}

export function movesTo(to: SetVersion, lines: readonly ImpactLine[]): Moves {
  const drafts = lines.filter(({ status }) => status === 'draft');
  return {
    drafts: drafts.filter(({ pinned }) => pinned.id === to.id),
    others: drafts.filter(({ pinned }) => pinned.id !== to.id),
    finals: lines.filter(({ status }) => status === 'final'),
  };
}

export function isMovable({ effect }: ImpactLine): boolean {
  return effect !== 'impossible';
}

export function found(lines: readonly ImpactLine[], filter: string): readonly ImpactLine[] {
  const matches = filterOf(filter);
  return lines.filter(({ unit, year }) => matches(filterable(unit.name, placeText(unit), unit.code, year)));
}

/** What moving several would do, for the question before it is done. */
export interface Outlook {
  readonly effects: Readonly<Record<Effect, number>>;
  readonly losingAnswers: number;
  readonly askedMore: number;
  readonly otherSet: number;
}

export function outlookOf(lines: readonly ImpactLine[], to: SetVersion): Outlook {
  const effects = { flips: 0, gains: 0, loses: 0, same: 0, impossible: 0 };
  for (const { effect } of lines) effects[effect] += 1;
  const count = (matches: (line: ImpactLine) => boolean) => lines.filter(matches).length;
  return {
    effects,
    losingAnswers: count(({ notAsked }) => notAsked.length > 0),
    askedMore: count(({ newlyAsked }) => newlyAsked.length > 0),
    otherSet: count(({ pinned }) => pinned.id !== to.id),
  };
}
