/** What tells a draft from the final sheet, on paper as well as in a copy of it. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { warning, watermark } from './decree-30.ts';

export const draftText = 'BẢN NHÁP';

type Status = 'draft' | 'final';

/** Across every page of a draft. */
export function draftWatermark(status: Status): Pick<TDocumentDefinitions, 'watermark'> {
  return status === 'draft' ? { watermark: watermark(draftText) } : {};
}

/** Under the title of a draft. */
export function draftWarning(status: Status): Content[] {
  return status === 'draft' ? [warning(`${draftText}: số liệu chưa chốt, còn có thể thay đổi`)] : [];
}
