/** The evidence in the order in which it is printed, with the numbers of the photos. Pure. */

import type { EvidenceItem } from '../../../criteria/evidence.ts';
import { entryOf } from '../../../criteria/lookup.ts';
import type { Indicator } from '../../../criteria/schema.ts';
import type { EvidenceInput } from '../document-input.ts';
import type { Picture } from './printable-picture.ts';

export interface ListedEvidence {
  readonly indicator: Indicator;
  readonly items: readonly ListedItem[];
}

export interface ListedItem {
  readonly item: EvidenceItem;
  /** Null for what is not printed as a picture. */
  readonly photo: { readonly number: number; readonly picture: Picture } | null;
  /** What is wrong with the file, or with printing it, as a sentence without a full stop; null while all is well. */
  readonly fault: string | null;
}

const faults = {
  good: null,
  missing: 'Tệp không còn trong thư mục dữ liệu',
  altered: 'Tệp đã bị hỏng hoặc bị sửa từ khi đính kèm',
} as const;

export function listedEvidence({ set, evidence, files }: EvidenceInput): readonly ListedEvidence[] {
  // NOTE: a photo that proves two things is printed once.
  const numbers = new Map<string, number>();
  return set.criteria
    .flatMap(({ indicators }) => indicators)
    .flatMap((indicator) => {
      const items = (entryOf(evidence, indicator.id) ?? []).map((item): ListedItem => {
        const file = item.kind === 'file' ? files[item.sha256] : undefined;
        if (item.kind === 'paper' || file === undefined) return { item, photo: null, fault: null };
        const { picture, state } = file;
        if (picture === null) return { item, photo: null, fault: faults[state] ?? unprinted(item) };
        const number = numbers.get(item.sha256) ?? numbers.size + 1;
        numbers.set(item.sha256, number);
        return { item, photo: { number, picture }, fault: faults[state] };
      });
      return items.length === 0 ? [] : [{ indicator, items }];
    });
}

/** A photo that is not among the photos would look forgotten. */
function unprinted(item: EvidenceItem): string | null {
  return item.kind === 'file' && item.type.startsWith('image/')
    ? 'Ảnh này không in được ở đây; hãy xem tệp gốc'
    : null;
}
