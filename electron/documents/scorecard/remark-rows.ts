/** What stands below the figures of an indicator, however long: its note, then what proves it (minh chứng). */

import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { entryOf } from '../../../criteria/lookup.ts';
import type { ScorecardInput } from '../document-input.ts';
import { type Setting, textLines } from '../engine/text-lines.ts';
import { isShortNote, linesInIndicatorRow, linesPerRow, noteRows } from '../page/note-rows.ts';
import { small, wideWidth } from './detail-columns.ts';

const bulletWidth = 10;
const noteSetting: Setting = { face: 'normal', fontSize: small, width: wideWidth };
const evidenceSetting: Setting = { ...noteSetting, width: wideWidth - bulletWidth };

interface Remarks {
  /** What is short stands in the row of the indicator. */
  readonly inRow: Content[];
  /** What is long takes rows of its own, because no row is broken between pages. */
  readonly rows: Content[];
}

export function remarks({ notes, evidence }: ScorecardInput, indicator: string): Remarks {
  const note = (entryOf(notes, indicator) ?? '').trim();
  const noteInRow = isShortNote(`Ghi chú: ${note}`, noteSetting);
  const proofs = evidenceParts(entryOf(evidence, indicator) ?? []);
  const proofsInRow = noteInRow && linesOf(proofs) <= linesInIndicatorRow;
  return {
    inRow: [
      ...(noteInRow && note !== '' ? [shortNote(note)] : []),
      ...(proofsInRow && proofs.length > 0 ? [label('Minh chứng:'), ...proofs.map(bulleted)] : []),
    ],
    rows: [
      ...(noteInRow ? [] : withLabel('Ghi chú:', noteRows(note, noteSetting).map(noteLines))),
      ...(proofsInRow ? [] : withLabel('Minh chứng:', packed(proofs))),
    ],
  };
}

function shortNote(note: string): Content {
  return {
    text: [
      { text: 'Ghi chú: ', italics: true },
      { text: note, preserveLeadingSpaces: true },
    ],
    fontSize: small,
    margin: [0, 3, 0, 0],
  };
}

function label(text: string): ContentText {
  return { text, italics: true, fontSize: small, margin: [0, 3, 0, 0] };
}

function noteLines(part: string): Content[] {
  return [{ text: part, preserveLeadingSpaces: true, fontSize: small }];
}

/** The label stays with the first part, whatever page the others are on. */
function withLabel(text: string, parts: readonly Content[][]): Content[] {
  return parts.map((part, index): Content => ({ stack: index === 0 ? [label(text), ...part] : part }));
}

/** One document or file, or what fits into a row of the description of one. */
interface EvidencePart {
  readonly lines: readonly string[];
  readonly bullet: string;
}

function evidenceParts(evidence: readonly string[]): EvidencePart[] {
  return evidence
    .filter((one) => one.trim() !== '')
    .flatMap((one) => {
      const lines = textLines(one.trim(), evidenceSetting);
      return Array.from({ length: Math.ceil(lines.length / linesPerRow) }, (_, part) => ({
        lines: lines.slice(part * linesPerRow, (part + 1) * linesPerRow),
        bullet: part === 0 ? '–' : '',
      }));
    });
}

function linesOf(parts: readonly EvidencePart[]): number {
  return parts.reduce((sum, { lines }) => sum + lines.length, 0);
}

/** As many of them in a row as it has lines for. */
function packed(parts: readonly EvidencePart[]): Content[][] {
  const rows: EvidencePart[][] = [];
  for (const part of parts) {
    const row = rows.at(-1);
    if (row !== undefined && linesOf(row) + part.lines.length <= linesPerRow) row.push(part);
    else rows.push([part]);
  }
  return rows.map((row) => row.map(bulleted));
}

function bulleted({ lines, bullet }: EvidencePart): Content {
  return {
    columns: [
      { width: bulletWidth, text: bullet },
      { width: evidenceSetting.width, text: lines.join('\n') },
    ],
    fontSize: small,
    margin: [0, 1, 0, 0],
  };
}
