/** Where what has no editor here is corrected. Pure. */
import { type RuleKind, ruleOfKey } from '../../../criteria/rules/rules.ts';
import { partAddresses, partOfPlace } from '../general/parts.ts';

const parts = {
  recognition: 'recognition',
  unit_class: 'classes',
  unit_type: 'types',
  authority: 'authorities',
  calendar: 'calendar',
  target: 'targets',
} as const satisfies Partial<Record<RuleKind, keyof typeof partAddresses>>;

/** The part of the general data that a rule is in; undefined for criteria and indicators. */
export function partOfRule(rule: string): string | undefined {
  const { kind } = ruleOfKey(rule);
  return kind === 'criterion' || kind === 'indicator' ? undefined : partAddresses[parts[kind]];
}

/** The part in which a fault of the set as a whole is mended. */
export function partOfFault(path: string): string {
  return partAddresses[partOfPlace(path)];
}

/** Where criteria, indicators and figures are added, taken away and reordered. */
export const structurePart = partAddresses.structure;
