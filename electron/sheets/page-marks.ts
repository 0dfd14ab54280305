/**
 * What a page paints, apart from how its file says so: each mark with all that decides its looks. Files that save and
 * restore, or set what is set already, at other places give the same marks.
 */

/** One instruction of a page, by the name that the reader gives it. */
export interface Step {
  readonly name: string;
  readonly args: readonly unknown[];
}

type Value = string | number;
type Matrix = readonly [number, number, number, number, number, number];

export interface Mark {
  readonly kind: 'text' | 'shape' | 'picture' | 'clip' | 'other';
  /** What is painted and where. */
  readonly values: readonly Value[];
  /** Colours, widths, opacity and the like that it is painted with, by their names. */
  readonly settings: ReadonlyMap<string, readonly Value[]>;
  /** Left, bottom, right, top in points of a shape or picture; null where it has no such. */
  readonly box: readonly number[] | null;
}

interface State {
  matrix: Matrix;
  settings: ReadonlyMap<string, readonly Value[]>;
}

const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

/** What holds before anything is set. */
const initial: ReadonlyMap<string, readonly Value[]> = new Map<string, readonly Value[]>([
  ['setFillRGBColor', ['#000000']],
  ['setStrokeRGBColor', ['#000000']],
  ['setLineWidth', [1]],
  ['setLineCap', [0]],
  ['setLineJoin', [0]],
  ['setMiterLimit', [10]],
  ['setDash', [0]],
  ['ca', [1]],
  ['CA', [1]],
]);

const unitSquare = [0, 0, 1, 1];

/** Where text stands within its block; undone by its end. */
const placesText = new Set(['setTextMatrix', 'moveText', 'nextLine', 'setLeadingMoveText']);
/** Says nothing about the looks. */
const unseen = new Set([
  'dependency',
  'beginMarkedContent',
  'endMarkedContent',
  'markPoint',
  'markPointProps',
]);

/** The marks of a page in their order; `fontOf` gives what tells a font from others by its id. */
export function marksOf(steps: readonly Step[], fontOf: (id: string) => string): Mark[] {
  const marks: Mark[] = [];
  const saved: State[] = [];
  let state: State = { matrix: unmoved, settings: initial };
  let clips = 0;
  /** How text came to its place since the line before in the same block. */
  let textPlace: Value[] = [];
  const set = (name: string, values: readonly Value[]) => {
    state = { ...state, settings: new Map(state.settings).set(name, values) };
  };
  const paint = (kind: Mark['kind'], values: readonly Value[], around: readonly Value[] = []) => {
    const { matrix, settings } = state;
    marks.push({ kind, values: [...values, ...matrix], settings, box: boxOf(matrix, around) });
  };
  const clip = (values: readonly Value[]) => {
    paint('clip', values);
    clips += 1;
    set('clip', [clips]);
  };
  for (const { name, args } of steps) {
    if (unseen.has(name)) continue;
    if (name === 'save') saved.push(state);
    else if (name === 'restore' || name === 'paintFormXObjectEnd') state = saved.pop() ?? state;
    else if (name === 'transform')
      state = { ...state, matrix: product(state.matrix, args as unknown as Matrix) };
    else if (name === 'paintFormXObjectBegin') {
      const [matrix, box] = args;
      saved.push(state);
      if (matrix) state = { ...state, matrix: product(state.matrix, flat(matrix) as unknown as Matrix) };
      if (box) clip(flat(box));
    } else if (name === 'beginText' || name === 'endText') textPlace = [];
    else if (placesText.has(name)) textPlace.push(name, ...flat(args));
    else if (name === 'setFont') set(name, [fontOf(String(args[0])), ...flat(args.slice(1))]);
    else if (name === 'setGState')
      for (const [key, value] of (args[0] ?? []) as readonly [string, unknown][]) set(key, flat(value));
    else if (name.startsWith('set')) set(name, flat(args));
    else if (name === 'showText') {
      paint('text', [...textPlace, ...glyphs(args[0])]);
      textPlace = ['behind'];
    } else if (name === 'clip' || name === 'eoClip') clip([name]);
    else if (name === 'constructPath') {
      const path = flat(args[1]);
      if (path.some((value) => typeof value === 'number'))
        paint('shape', [...flat(args[0]), ...path], flat(args[2]));
    } else if (/image/i.test(name)) paint('picture', [name], unitSquare);
    else if (name !== 'beginMarkedContentProps' || args[0] === 'OC') paint('other', [name, ...flat(args)]);
  }
  return marks;
}

/** NOTE: what moves nothing is left out, and what moves in several steps is one: programs that save write it so. */
function glyphs(line: unknown): Value[] {
  const values: Value[] = [];
  let moved = 0;
  for (const part of Array.isArray(line) ? line : []) {
    if (typeof part === 'number') {
      moved += part;
      continue;
    }
    const { unicode, fontChar, width } = part as { unicode?: string; fontChar?: string; width?: number };
    if (moved !== 0) values.push(moved);
    moved = 0;
    values.push(`${unicode} ${fontChar}`, width ?? 0);
  }
  return moved === 0 ? values : [...values, moved];
}

/** All values within a part of an instruction, in their order. */
function flat(part: unknown): Value[] {
  if (typeof part === 'number' || typeof part === 'string') return [part];
  if (part === null || typeof part !== 'object') return [String(part)];
  if (ArrayBuffer.isView(part)) return Array.from(part as unknown as ArrayLike<number>);
  if (Array.isArray(part)) return part.flatMap(flat);
  return Object.entries(part).flatMap(([key, value]) => [key, ...flat(value)]);
}

/** What surrounds `left, bottom, right, top` once it was moved. */
function boxOf([a, b, c, d, e, f]: Matrix, around: readonly Value[]): readonly number[] | null {
  const [left, bottom, right, top] = around;
  if (typeof left !== 'number' || typeof bottom !== 'number') return null;
  if (typeof right !== 'number' || typeof top !== 'number') return null;
  const corners = [left, right].flatMap((x) => [bottom, top].map((y) => [x, y] as const));
  const across = corners.map(([x, y]) => a * x + c * y + e);
  const up = corners.map(([x, y]) => b * x + d * y + f);
  return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
}

function product(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
