/** Names for saved documents: they sort by kind, year and unit, and every file system takes them. */
import { fold } from '../../criteria/fold.ts';
import type { Unit } from '../../criteria/unit.ts';
import type { DocumentKind } from '../api.ts';

const stems: Readonly<Record<DocumentKind, string>> = {
  scorecard: 'phieu-cham-diem',
  certificate: 'giay-cong-nhan',
};

const longestUnitName = 60;

/** The name of a document's file, as in `phieu-cham-diem_2026_24769_xa-kim-long.pdf`. */
export function documentFileName(
  kind: DocumentKind,
  year: number,
  unit: Pick<Unit, 'code' | 'name'>,
): string {
  const parts = [stems[kind], String(year), folded(unit.code), folded(unit.name).slice(0, longestUnitName)];
  return `${parts
    .map((part) => part.replace(/^-+|-+$/g, ''))
    .filter(Boolean)
    .join('_')}.pdf`;
}

/**
 * Lower case without marks; whatever is not a letter or digit becomes one hyphen. Beginning with a stem of ours, the
 * whole name can never be one that Windows reserves (CON, NUL, COM1).
 */
function folded(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/g, '-');
}
