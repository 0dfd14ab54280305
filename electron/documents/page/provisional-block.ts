/** What "Tạm tính" means, and the source of each rule that is marked: once in a document, behind all that it marks. */
import type { Content } from 'pdfmake/interfaces.js';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { lowerFirst, provisionalMeaning, provisionalText } from '../../../criteria/wording.ts';
import { portrait } from './decree-30.ts';
import { estimatedLines } from './kept-together.ts';
import { sectionTitle } from './section-title.ts';
import type { CitedSource } from './source-marks.ts';

const markWidth = 22;

/** Nothing when nothing is marked: no rule by its source, and no points, which rest on rules that are not cited. */
export function provisionalBlock(
  set: CriteriaSet,
  sources: readonly CitedSource[],
  pointsMarked: boolean,
): Content[] {
  if (sources.length === 0 && !pointsMarked) return [];
  const meaning: Content[] = [
    { ...sectionTitle(`Giải thích về số liệu ${lowerFirst(provisionalText)}`), fontSize: 12 },
    { text: provisionalMeaning(set), alignment: 'justify', fontSize: 11 },
  ];
  if (sources.length === 0) return meaning;
  return [
    ...meaning,
    {
      text: 'Số trong ngoặc vuông sau một quy định cho biết quy định tạm đó lấy từ đâu:',
      fontSize: 11,
      margin: [0, 4, 0, 0],
    },
    ...sources.map(
      ({ mark, text }): Content => ({
        columns: [
          { width: markWidth, text: mark },
          { width: portrait.contentWidth - markWidth, text: `${text}.` },
        ],
        fontSize: 11,
        margin: [0, 2, 0, 0],
      }),
    ),
  ];
}

/** How many lines the block takes at most. */
export function provisionalLines(sources: readonly CitedSource[]): number {
  return sources.reduce((sum, { text }) => sum + estimatedLines(text, 80), 7);
}
