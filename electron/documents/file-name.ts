/** Names for saved documents: they sort by kind, year and unit, and every file system takes them. */
import { fold } from '../../criteria/fold.ts';
import type { Unit } from '../../criteria/unit.ts';
import type { PrintOrder } from './document-input.ts';

const stems = {
  scorecard: 'phieu-cham-diem',
  certificate: 'giay-cong-nhan',
  minutes: 'bien-ban',
  evidence: 'phu-luc-minh-chung',
  checklist: 'phieu-ghi-tay',
  summary: 'danh-sach-tong-hop',
  merged: 'tep-gop-de-in',
} as const satisfies Record<PrintOrder['kind'] | 'merged', string>;

const longestUnitName = 60;

/** The name of a document's file, as in `phieu-cham-diem_2026_24769_xa-kim-long.pdf`; without what is null. */
export function documentFileName(
  kind: keyof typeof stems,
  year: number | null,
  unit: Pick<Unit, 'code' | 'name'> | null,
): string {
  const parts = [
    stems[kind],
    year === null ? '' : String(year),
    ...(unit === null ? [] : [folded(unit.code), folded(unit.name).slice(0, longestUnitName)]),
  ];
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
