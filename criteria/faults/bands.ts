/** What must hold in the bands of a ratio: order, no gaps, no dead ends, and the points that its criterion counts on. */
import { compareRate, parseThreshold } from '../rate.ts';
import type { Band, RatioIndicator } from '../schema.ts';
import type { SetFault } from '../set-faults.ts';
import type { Readable } from './readable.ts';

type ReadableRatio = Readable<RatioIndicator>;
type ReadableTable = Pick<ReadableRatio, 'bands' | 'otherwise'>;

/** `path` is the place of the indicator in its set. */
export function bandFaults(indicator: ReadableRatio, path: string): SetFault[] {
  const own = (indicator.classBands ?? []).flatMap((table, t) =>
    table === undefined ? [] : tableFaults(indicator, table, `${path}.classBands[${t}]`),
  );
  return [...tableFaults(indicator, indicator, path), ...own];
}

function tableFaults(indicator: ReadableRatio, { bands = [], otherwise }: ReadableTable, path: string) {
  const faults: SetFault[] = [];
  for (const [b, band] of bands.entries()) {
    const fault = (place: string, message: string) =>
      faults.push({ path: `${path}.bands[${b}].${place}`, message });
    if (band === undefined) continue;
    reachFaults(indicator, band, fault);
    if (b === 0) topFaults(indicator, band, fault);
    else orderFaults(indicator, bands[b - 1], band, fault);
  }
  const last = bands.at(-1)?.points;
  if (otherwise?.points !== undefined && last !== undefined && otherwise.points >= last)
    faults.push({
      path: `${path}.otherwise.points`,
      message: 'Mức còn lại phải ít điểm hơn mức cuối cùng của bảng',
    });
  return faults;
}

type ReadableBand = Readable<Band>;
type Fault = (place: string, message: string) => void;

/** A band has to be reachable, and to leave something for those below it. */
function reachFaults({ better, base }: ReadableRatio, { op, rate }: ReadableBand, fault: Fault): void {
  if (rate !== undefined && base !== undefined && compareRates(rate, base) > 0)
    fault('rate', `Mức ${rate} vượt cơ số ${base}`);
  if (better === undefined || op === undefined) return;
  const direction = better === 'higher' ? '>=' : '<=';
  if (op !== '=' && op !== direction) fault('op', `Dấu phải là "${direction}" theo chiều tốt của chỉ tiêu`);
  if (rate === undefined || base === undefined) return;
  const [best, worst] = better === 'higher' ? [base, 0] : [0, base];
  if (op === '=' && compareRates(rate, best) !== 0)
    fault('op', `Dấu "=" chỉ dùng cho mức tốt nhất (${best}), nếu không sẽ hở khoảng giữa các mức`);
  if (op !== '=' && compareRates(rate, worst) === 0)
    fault('rate', `Mức ${rate} nhận mọi tỷ lệ, mức còn lại không bao giờ dùng đến`);
}

function topFaults({ points }: ReadableRatio, band: ReadableBand, fault: Fault): void {
  if (points !== undefined && band.points !== undefined && band.points !== points)
    fault('points', `Mức đầu phải bằng điểm tối đa ${points} của chỉ tiêu, đang là ${band.points}`);
}

function orderFaults(
  { better }: ReadableRatio,
  previous: ReadableBand | undefined,
  { rate, points }: ReadableBand,
  fault: Fault,
): void {
  if (better !== undefined && rate !== undefined && previous?.rate !== undefined) {
    const order = compareRates(rate, previous.rate);
    if (better === 'higher' ? order >= 0 : order <= 0)
      fault('rate', `Mức ${rate} không theo thứ tự sau mức ${previous.rate}`);
  }
  if (points !== undefined && previous?.points !== undefined && points >= previous.points)
    fault('points', `Điểm ${points} không thấp hơn mức trên (${previous.points})`);
}

/** Negative, zero or positive as a threshold is below, at or above another one, or a whole number. */
function compareRates(rate: string, other: string | number): number {
  const { units, scale } = parseThreshold(rate);
  // A threshold read as the rate "units / scale of one base" lets compareRate order two thresholds.
  const against = typeof other === 'string' ? parseThreshold(other) : { units: other, scale: 1 };
  return compareRate(units, scale, 1, against);
}
