/** What a thread of the press can do. Everything comes and goes as plain data. */
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { PrintOrder } from '../documents/document-input.ts';
import { type PrintedDocument, printMerged as printAsOne, printDocument } from '../documents/print.ts';
import type { SheetFindings } from '../sheets/examine.ts';

export function print(order: PrintOrder): Promise<PrintedDocument> {
  return printDocument(order);
}

export function printMerged({
  title,
  orders,
}: {
  readonly title: string;
  readonly orders: readonly PrintOrder[];
}): Promise<Uint8Array> {
  return printAsOne(title, orders);
}

export async function examine({
  bytes,
  sets,
}: {
  readonly bytes: Uint8Array;
  readonly sets: ReadonlyMap<string, CriteriaSet>;
}): Promise<SheetFindings> {
  // NOTE: the reader of PDFs is large, and most threads only print.
  const { examineSheet } = await import('../sheets/examine.ts');
  return examineSheet(bytes, sets);
}
