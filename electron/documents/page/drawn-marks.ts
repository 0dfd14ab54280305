/** Marks drawn as lines: the fonts have no tick. */
import type { CanvasElement, Content } from 'pdfmake/interfaces.js';

/** In points: what the shapes below are drawn in. */
const usualSize = 8.6;

type Point = readonly [x: number, y: number];

function stroke(scale: number, ...points: readonly Point[]): CanvasElement {
  return {
    type: 'polyline',
    points: points.map(([x, y]) => ({ x: x * scale, y: y * scale })),
    lineWidth: 1.1,
    lineCap: 'round',
    lineJoin: 'round',
  };
}

/** To be ticked by hand. */
function box(scale: number): CanvasElement {
  return { type: 'rect', x: 0, y: 0, w: usualSize * scale, h: usualSize * scale, lineWidth: 0.7 };
}

const drawings = {
  tick: (scale) => [stroke(scale, [1, 4.6], [3.2, 7], [7.4, 1.2])],
  cross: (scale) => [stroke(scale, [1.2, 1.2], [6.8, 6.8]), stroke(scale, [6.8, 1.2], [1.2, 6.8])],
  dash: (scale) => [stroke(scale, [1.5, 4], [6.5, 4])],
  box: (scale) => [box(scale)],
  tickedBox: (scale) => [box(scale), stroke(scale, [1.8, 4.6], [3.6, 6.6], [7, 1.8])],
} satisfies Record<string, (scale: number) => CanvasElement[]>;

export type Mark = keyof typeof drawings;

/** `size`: of a box, in points. */
export function drawnMark(mark: Mark, size: number = usualSize): Content {
  return { canvas: drawings[mark](size / usualSize) };
}
