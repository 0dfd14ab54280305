import type { CriteriaSet, NationalTarget } from './schema.ts';

/** The national target that counts for a year: that of the first year not before it; none once the last one is past. */
export function targetFor({ nationalTargets }: CriteriaSet, year: number): NationalTarget | undefined {
  return nationalTargets.find(({ byYear }) => year <= byYear);
}
