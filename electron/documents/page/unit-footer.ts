import { shortCode } from '../../../criteria/short-code.ts';
import { printableText } from '../engine/printable-text.ts';
import { draftText } from './draft.ts';

/** A name of any length fits the lower margin this way; the whole name is on the first page. */
const longestName = 60;

interface About {
  readonly unit: { readonly name: string };
  readonly year: number;
  /** Left out where there is nothing to be final. */
  readonly status?: 'draft' | 'final';
  /** Left out where there is nothing to check. */
  readonly sha256?: string;
}

/** What every sheet of a document about a unit says at its foot. NOTE: a copier may lose the watermark of a draft. */
export function unitFooter(document: string, { unit, year, status, sha256 }: About): string {
  const whole = printableText(unit.name);
  const name = whole.length > longestName ? `${whole.slice(0, longestName)}…` : whole;
  const check = sha256 === undefined ? '' : ` – mã kiểm tra ${shortCode(sha256)}`;
  const draft = status === 'draft' ? `${draftText} – ` : '';
  return `${draft}${document} ${name} năm ${year}${check}`;
}
