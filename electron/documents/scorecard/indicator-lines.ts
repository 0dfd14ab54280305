/** What stands below the text of an indicator: its rule, figures, rate, band and the next level. */
import type { Content } from 'pdfmake/interfaces.js';
import { entryOf, factOf } from '../../../criteria/lookup.ts';
import type { CheckIndicator, Indicator, RatioIndicator } from '../../../criteria/schema.ts';
import { bandsFor, type Explanation, type IndicatorScore } from '../../../criteria/score.ts';
import {
  bandText,
  checkText,
  lowerFirst,
  numberText,
  rateText,
  ruleLines,
  vi,
} from '../../../criteria/wording.ts';
import type { ScorecardInput } from '../document-input.ts';
import { textWidth } from '../engine/fonts.ts';
import { drawnMark } from '../page/drawn-marks.ts';
import type { SourceMarks } from '../page/source-marks.ts';
import { gap, middleWidth, small } from './detail-columns.ts';
import { nextLevel } from './next-level.ts';

const leastFigureWidth = 64;
const remarkWidth = 110;

export function indicatorLines(
  input: ScorecardInput,
  indicator: Indicator,
  score: IndicatorScore,
  marks: SourceMarks,
): Content[] {
  const level = nextLevel(input, indicator, score);
  return [
    ...(indicator.kind === 'check'
      ? checkLines(indicator, score)
      : ratioLines(input, indicator, score, marks)),
    ...(level === null
      ? []
      : [
          {
            text: `Mức kế tiếp: ${level.text}.`,
            italics: true,
            fontSize: small,
            margin: [0, 3, 0, 0],
          } as Content,
        ]),
  ];
}

function labelled(label: string, text: string): Content {
  return { text: [{ text: `${label}: `, italics: true }, text], fontSize: small, margin: [0, 3, 0, 0] };
}

function checkLines(indicator: CheckIndicator, score: IndicatorScore): Content[] {
  const explanation = score.state === 'scored' ? score.explanation : undefined;
  const value = explanation?.kind === 'check' ? explanation.value : undefined;
  return [
    labelled(
      'Quy định',
      `${checkText(true).toLowerCase()}: ${numberText(indicator.points)} điểm; ${checkText(false).toLowerCase()}: 0 điểm`,
    ),
    {
      columns: [
        { width: 'auto', text: 'Kết quả:' },
        ...(value === undefined
          ? []
          : [
              {
                width: 8,
                stack: [drawnMark(value ? 'tick' : 'cross')],
                margin: [0, 2.5, 0, 0] as [number, number, number, number],
              },
            ]),
        {
          width: 'auto',
          text: value === undefined ? 'chưa có số liệu' : checkText(value),
          bold: value !== undefined,
        },
      ],
      columnGap: 4,
      fontSize: small,
      margin: [0, 3, 0, 0],
    },
  ];
}

function ratioLines(
  { set, unit, answers }: ScorecardInput,
  indicator: RatioIndicator,
  score: IndicatorScore,
  marks: SourceMarks,
): Content[] {
  const table = bandsFor(indicator, unit.class);
  const unitClass = table === indicator ? undefined : set.unitClasses.find(({ id }) => id === unit.class);
  const rules = [...table.bands, table.otherwise];
  const rule = ruleLines(indicator, table)
    .map(({ condition, points }, index) => {
      const provenance = rules[index]?.provenance;
      return `${condition}: ${numberText(points)}\u00a0điểm${provenance === undefined ? '' : marks.of(provenance)}`;
    })
    .join('; ');

  const explanation =
    score.state === 'scored' && score.explanation.kind === 'ratio' ? score.explanation : undefined;
  const figure = (id: string, counted: number | undefined): Content => {
    const value = counted ?? entryOf(answers, id);
    const missing = score.state === 'unanswered' && score.missing.includes(id);
    return figureLine(
      vi(factOf(set, id).label),
      typeof value === 'number'
        ? { text: numberText(value) }
        : { text: missing ? 'chưa có số liệu' : 'đã có số liệu', italics: true },
      typeof value === 'number' ? leastFigureWidth : remarkWidth,
    );
  };
  return [
    labelled(
      unitClass === undefined ? 'Quy định' : `Quy định cho ${lowerFirst(vi(unitClass.wording))}`,
      rule,
    ),
    figure(indicator.numerator, explanation?.numerator),
    figure(indicator.denominator, explanation?.denominator),
    ...(explanation === undefined ? [] : [resultLine(indicator, explanation, marks)]),
  ];
}

function resultLine(
  indicator: RatioIndicator,
  { band, shownHundredths }: Extract<Explanation, { kind: 'ratio' }>,
  marks: SourceMarks,
): Content {
  const mark = band.kind === 'zero_denominator' ? marks.of(indicator.zeroDenominator.provenance) : '';
  const rate = shownHundredths === null ? '' : rateText(shownHundredths, indicator.base);
  return figureLine(`Kết quả: ${bandText(indicator, band)}${mark}`, { text: rate, bold: true }, remarkWidth);
}

interface Figure {
  readonly text: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** A label with its figure at the right edge, where all figures end. A figure is never broken, however long it is. */
function figureLine(label: string, figure: Figure, leastWidth: number): Content {
  const face = figure.bold ? 'bold' : figure.italics ? 'italics' : 'normal';
  const width = Math.max(leastWidth, textWidth(figure.text, face, small) + 1);
  return {
    columns: [
      { width: middleWidth - width - gap, text: label },
      { ...figure, width, alignment: 'right' },
    ],
    columnGap: gap,
    fontSize: small,
    margin: [0, 2, 0, 0],
  };
}
