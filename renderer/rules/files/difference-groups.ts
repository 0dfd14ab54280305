/** What differs between two criteria sets, rule by rule and in words. Pure but for the texts. */
import type { TFunction } from 'i18next';
import { rulesOf } from '../../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { SetDifference } from '../../../electron/api.ts';
import { besideEachOther, type ChangedLine, differing } from '../changed-lines.ts';
import { type Line, linesOfRule, linesOfSet, standingLines } from '../rule-lines.ts';
import { ruleName } from '../rule-words.ts';

export interface DifferenceRow extends ChangedLine {
  /** Whether `name` is a place in the file, for what there are no words for. */
  readonly raw: boolean;
}

export interface DifferenceGroup {
  /** The key of the rule; empty for the set as a whole. */
  readonly key: string;
  readonly title: string;
  readonly fate: 'changed' | 'added' | 'removed';
  readonly rows: readonly DifferenceRow[];
}

/** The groups in the order in which a set is read, what belongs to the whole set first. */
export function differenceGroups(
  t: TFunction,
  before: CriteriaSet,
  after: CriteriaSet,
  differences: readonly SetDifference[],
): readonly DifferenceGroup[] {
  const byRule = Map.groupBy(differences, ({ rule }) => rule ?? '');
  const [old, now] = [keysOf(before), keysOf(after)];
  const inOrder = ['', ...now, ...[...old].filter((key) => !now.has(key))];
  return inOrder.flatMap((key): DifferenceGroup[] => {
    const found = byRule.get(key);
    if (found === undefined) return [];
    const words =
      key === ''
        ? changedLines(linesOfSet(t, before), linesOfSet(t, after))
        : changedLines(wholeRule(t, before, key), wholeRule(t, after, key));
    const fate =
      key === '' || (old.has(key) && now.has(key)) ? 'changed' : now.has(key) ? 'added' : 'removed';
    return [
      {
        key,
        title: key === '' ? t('setFiles.set.title') : ruleName(t, now.has(key) ? after : before, key),
        fate,
        rows: key === '' || words.length === 0 ? [...words, ...found.filter(inNoWords).map(rawRow)] : words,
      },
    ];
  });
}

/** NOTE: what a rule says in words is all of it; what the set as a whole says in words is not, as the order of its parts. */
function inNoWords({ rule, path }: SetDifference): boolean {
  return (
    rule !== null || !/^(title|legalBasis|recognisedAs|validFrom|max|fictional|sources|facts\[)/.test(path)
  );
}

function keysOf(set: CriteriaSet): ReadonlySet<string> {
  return new Set(rulesOf(set).map(({ key }) => key));
}

function wholeRule(t: TFunction, set: CriteriaSet, key: string): readonly Line[] {
  return [...linesOfRule(t, set, key), ...standingLines(t, set, key)];
}

function changedLines(before: readonly Line[], after: readonly Line[]): readonly DifferenceRow[] {
  return differing(besideEachOther(before, after)).map((line) => ({ ...line, raw: false }));
}

function rawRow({ path, before, after }: SetDifference): DifferenceRow {
  return { key: path, name: path, raw: true, before, after };
}
