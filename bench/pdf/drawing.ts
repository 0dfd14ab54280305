/** What pdfmake draws, as paths. */
import { createRequire } from 'node:module';
import type { Path } from './described.ts';

export interface Drawn {
  readonly type: string;
  readonly x?: number;
  readonly y?: number;
  readonly w?: number;
  readonly h?: number;
  readonly x1?: number;
  readonly y1?: number;
  readonly x2?: number;
  readonly y2?: number;
  readonly points?: readonly { readonly x: number; readonly y: number }[];
  readonly color?: string;
  readonly lineColor?: string;
  readonly lineWidth?: number;
  readonly dash?: { readonly length: number; readonly space?: number };
}

const { default: encoder } = createRequire(import.meta.url)('pdfmake/js/qrEnc.js') as {
  default: { measure(node: object): { readonly _canvas: readonly Drawn[] } };
};

export function drawing(shapes: readonly Drawn[]) {
  const corners = shapes.flatMap(cornersOf);
  return {
    kind: 'drawing' as const,
    width: Math.max(...corners.map(([x]) => x)),
    height: Math.max(...corners.map(([, y]) => y)),
    paths: shapes.map(pathOf),
  };
}

/** All dark modules as one path: what an engine is told is as short as it can be. */
export function qrDrawing(node: object) {
  const [ground, ...modules] = encoder.measure({ ...node })._canvas;
  if (ground === undefined) throw new RangeError('a QR code has a ground');
  const { width, height } = drawing([ground]);
  const d = modules.map((module) => pathOf(module).d).join('');
  const path: Path = { d, fill: 'black', stroke: null, strokeWidth: 0, dash: null };
  return { kind: 'drawing' as const, width, height, paths: [path] };
}

function cornersOf(shape: Drawn): readonly (readonly [number, number])[] {
  const { x = 0, y = 0, w = 0, h = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, points = [] } = shape;
  switch (shape.type) {
    case 'rect':
      return [
        [x, y],
        [x + w, y],
        [x + w, y + h],
        [x, y + h],
      ];
    case 'line':
      return [
        [x1, y1],
        [x2, y2],
      ];
    case 'polyline':
      return points.map((point) => [point.x, point.y] as const);
    default:
      throw new RangeError(`no contestant is told how to draw a ${shape.type}`);
  }
}

function pathOf(shape: Drawn): Path {
  const { color = null, lineWidth = 1, dash } = shape;
  const corners = cornersOf(shape).map((corner) => corner.join(' '));
  return {
    d: `M${corners.join('L')}${shape.type === 'rect' ? 'Z' : ''}`,
    fill: color,
    stroke: shape.lineColor ?? (color === null ? 'black' : null),
    strokeWidth: lineWidth,
    dash: dash === undefined ? null : [dash.length, dash.space ?? dash.length],
  };
}
