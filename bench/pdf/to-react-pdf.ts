/** A described document as elements of @react-pdf/renderer. */
import type * as ReactPdf from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import {
  type Cell,
  type Described,
  type Part,
  pageMark,
  pagesMark,
  type Run,
  type Sides,
  type Width,
} from './described.ts';

/** Of the font: what pdfmake takes from line to line. */
const lineHeight = 1.107;

type Kit = Pick<typeof ReactPdf, 'Document' | 'Page' | 'View' | 'Text' | 'Svg' | 'Path'>;

export function toReactPdf(
  kit: Kit,
  { title, language, width, height, margins, header, footer, parts }: Described,
): ReactElement {
  const { Document, Page, View, Text, Svg, Path } = kit;

  function element(part: Part, key: number | 'header'): ReactElement {
    const margin = space(part.margin);
    switch (part.kind) {
      case 'text': {
        const textAlign = part.align;
        if (part.runs.some(isCounted)) return counted(part.runs, { textAlign }, key === 'header');
        // NOTE: without a size of its own the first line is as high as one of 18 points.
        return createElement(
          Text,
          { key, style: { ...margin, textAlign, lineHeight, fontSize: part.runs[0]?.size ?? 12 } },
          ...part.runs.map(run),
        );
      }
      case 'stack':
        return createElement(
          View,
          { key, style: margin, wrap: !part.together, minPresenceAhead: part.keptWithNext },
          ...part.parts.map(element),
        );
      case 'columns':
        return createElement(
          View,
          { key, style: { ...margin, flexDirection: 'row', columnGap: part.gap } },
          ...part.columns.map((column, index) =>
            createElement(View, { key: index, style: sized(column.width, 0) }, element(column.part, 0)),
          ),
        );
      case 'table':
        return createElement(
          View,
          { key, style: margin, wrap: !part.together },
          ...part.rows.map((cells, index) =>
            createElement(
              View,
              {
                key: index,
                style: { flexDirection: 'row' },
                wrap: !part.wholeRows,
                ...(index < part.headerRows ? { fixed: true } : {}),
              },
              ...cells.map((cell, at) => cellElement(cell, part.widths, at)),
            ),
          ),
        );
      case 'drawing':
        return createElement(View, { key, style: margin }, svg(part));
    }
  }

  function svg({ width, height, paths }: Extract<Part, { kind: 'drawing' }>) {
    return createElement(
      Svg,
      { width, height, viewBox: `0 0 ${width} ${height}` },
      ...paths.map(({ d, fill, stroke, strokeWidth, dash }, key) =>
        createElement(Path, {
          key,
          d,
          fill: fill ?? 'none',
          ...(stroke === null ? {} : { stroke, strokeWidth }),
          ...(dash === null ? {} : { strokeDasharray: dash.join(' ') }),
        }),
      ),
    );
  }

  function cellElement(
    { part, column, span, padding, above, below }: Cell,
    widths: readonly Width[],
    key: number,
  ) {
    const covered = widths.slice(column, column + span);
    const whole = covered.every((width) => typeof width === 'number');
    const width: Width = whole ? covered.reduce((sum: number, one) => sum + Number(one), 0) : 'auto';
    const style = {
      ...sized(width, span),
      ...space(padding),
      ...(above.width === 0 ? {} : { borderTopWidth: above.width, borderTopColor: above.color }),
      ...(below.width === 0 ? {} : { borderBottomWidth: below.width, borderBottomColor: below.color }),
    };
    return createElement(View, { key, style }, element(part, 0));
  }

  function run({ text, size, bold, italics, color }: Run, key: number) {
    const style = {
      fontSize: size,
      fontWeight: bold ? 'bold' : 'normal',
      fontStyle: italics ? 'italic' : 'normal',
      color,
    };
    return createElement(Text, { key, style }, text);
  }

  /** One text: within a text none is made page by page. */
  function counted(runs: readonly Run[], style: object, notFirst: boolean) {
    const size = runs[0]?.size ?? 12;
    return createElement(Text, {
      style: { ...style, fontSize: size },
      render: ({ pageNumber, totalPages }) =>
        notFirst && pageNumber === 1
          ? ''
          : runs
              .map(({ text }) =>
                text === pageMark ? pageNumber : text === pagesMark ? (totalPages ?? '') : text,
              )
              .join(''),
    });
  }

  const [left, top, right, bottom] = margins;
  const place = { position: 'absolute', left, right };
  return createElement(
    Document,
    { title, language },
    createElement(
      Page,
      {
        size: [width, height],
        style: {
          fontFamily: 'Tinos',
          paddingLeft: left,
          paddingTop: top,
          paddingRight: right,
          paddingBottom: bottom,
        },
      },
      header === null
        ? null
        : createElement(View, { fixed: true, style: { ...place, top: top / 2 } }, element(header, 'header')),
      ...parts.map(element),
      footer === null
        ? null
        : createElement(
            View,
            { fixed: true, style: { ...place, top: height - bottom + 12 } },
            element(footer, 0),
          ),
    ),
  );
}

const isCounted = ({ text }: Run) => text === pageMark || text === pagesMark;
const space = ([paddingLeft, paddingTop, paddingRight, paddingBottom]: Sides) => ({
  paddingLeft,
  paddingTop,
  paddingRight,
  paddingBottom,
});
const sized = (width: Width, share: number) =>
  typeof width === 'number'
    ? { width, flexShrink: 0 }
    : width === 'auto' && share === 0
      ? { flexShrink: 0 }
      : { flexGrow: share || 1, flexBasis: share === 0 ? 0 : 'auto' };
