/** Marks drawn as lines: the fonts have no tick. */
import type { CanvasElement, Content } from 'pdfmake/interfaces.js';

function stroke(...points: readonly (readonly [number, number])[]): CanvasElement {
  return {
    type: 'polyline',
    points: points.map(([x, y]) => ({ x, y })),
    lineWidth: 1.1,
    lineCap: 'round',
    lineJoin: 'round',
  };
}

/** To be ticked by hand. */
function box(): CanvasElement {
  return { type: 'rect', x: 0, y: 0, w: 8.6, h: 8.6, lineWidth: 0.7 };
}

const drawings = {
  tick: () => [stroke([1, 4.6], [3.2, 7], [7.4, 1.2])],
  cross: () => [stroke([1.2, 1.2], [6.8, 6.8]), stroke([6.8, 1.2], [1.2, 6.8])],
  dash: () => [stroke([1.5, 4], [6.5, 4])],
  box: () => [box()],
  tickedBox: () => [box(), stroke([1.8, 4.6], [3.6, 6.6], [7, 1.8])],
} satisfies Record<string, () => CanvasElement[]>;

export type Mark = keyof typeof drawings;

export function drawnMark(mark: Mark): Content {
  return { canvas: drawings[mark]() };
}
