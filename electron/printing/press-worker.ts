/** What a thread of the press can do. Everything comes and goes as plain data. */
import { type PrintedDocument, printMerged as printAsOne, printDocument } from '../documents/print.ts';
import type { SheetFindings } from '../sheets/examine.ts';
import type { KnownRules } from '../sheets/known-rules.ts';
import { type PackedOrders, unpacked } from './packed-orders.ts';

export async function print(orders: PackedOrders): Promise<PrintedDocument | undefined> {
  const [order] = unpacked(orders);
  return order === undefined ? undefined : printDocument(order);
}

export function printMerged({
  title,
  packed,
}: {
  readonly title: string;
  readonly packed: PackedOrders;
}): Promise<Uint8Array> {
  return printAsOne(title, unpacked(packed));
}

export async function examine({
  bytes,
  known,
}: {
  readonly bytes: Uint8Array;
  readonly known: readonly KnownRules[];
}): Promise<SheetFindings> {
  // NOTE: the reader of PDFs is large, and most threads only print.
  const { examineSheet } = await import('../sheets/examine.ts');
  return examineSheet(bytes, known);
}
