/** What must hold in the bands of a ratio: order, no gaps, no dead ends, and the points that its criterion counts on. */
import { compareRate, parseThreshold } from './rate.ts';
import type { Band, RatioIndicator } from './schema.ts';
import type { SetFault } from './set-faults.ts';

/** `path` is the place of the indicator in its set. */
export function bandFaults(indicator: RatioIndicator, path: string): SetFault[] {
  const tables = [
    { bands: indicator.bands, otherwise: indicator.otherwise, path },
    ...indicator.classBands.map((table, t) => ({ ...table, path: `${path}.classBands[${t}]` })),
  ];
  return tables.flatMap((table) => [
    ...tableFaults(indicator, table.bands, table.path),
    ...(table.otherwise.points >= (table.bands.at(-1)?.points ?? 0)
      ? [
          {
            path: `${table.path}.otherwise.points`,
            message: 'Mức còn lại phải ít điểm hơn mức cuối cùng của bảng',
          },
        ]
      : []),
  ]);
}

function tableFaults(indicator: RatioIndicator, bands: readonly Band[], path: string): SetFault[] {
  const faults: SetFault[] = [];
  const { better, base } = indicator;
  const best = better === 'higher' ? base : 0;
  const direction = better === 'higher' ? '>=' : '<=';
  for (const [b, band] of bands.entries()) {
    const place = `${path}.bands[${b}]`;
    const threshold = parseThreshold(band.rate);
    // A threshold read as the rate "units / scale of one base" lets compareRate order two thresholds.
    const againstBase = compareRate(threshold.units, threshold.scale, 1, { units: base, scale: 1 });
    if (againstBase > 0)
      faults.push({ path: `${place}.rate`, message: `Mức ${band.rate} vượt cơ số ${base}` });
    if (band.op === '=' && compareRate(threshold.units, threshold.scale, 1, { units: best, scale: 1 }) !== 0)
      faults.push({
        path: `${place}.op`,
        message: `Dấu "=" chỉ dùng cho mức tốt nhất (${best}), nếu không sẽ hở khoảng giữa các mức`,
      });
    if (band.op !== '=' && band.op !== direction)
      faults.push({ path: `${place}.op`, message: `Dấu phải là "${direction}" theo chiều tốt của chỉ tiêu` });
    // The worst rate there is: a band that takes it leaves nothing for the rest of the table.
    const worst = better === 'higher' ? 0 : base;
    if (band.op !== '=' && compareRate(threshold.units, threshold.scale, 1, { units: worst, scale: 1 }) === 0)
      faults.push({
        path: `${place}.rate`,
        message: `Mức ${band.rate} nhận mọi tỷ lệ, mức còn lại không bao giờ dùng đến`,
      });
    const previous = bands[b - 1];
    if (previous === undefined) {
      if (band.points !== indicator.points)
        faults.push({
          path: `${place}.points`,
          message: `Mức đầu phải bằng điểm tối đa ${indicator.points} của chỉ tiêu, đang là ${band.points}`,
        });
      continue;
    }
    const order = compareRate(threshold.units, threshold.scale, 1, parseThreshold(previous.rate));
    if (better === 'higher' ? order >= 0 : order <= 0)
      faults.push({
        path: `${place}.rate`,
        message: `Mức ${band.rate} không theo thứ tự sau mức ${previous.rate}`,
      });
    if (band.points >= previous.points)
      faults.push({
        path: `${place}.points`,
        message: `Điểm ${band.points} không thấp hơn mức trên (${previous.points})`,
      });
  }
  return faults;
}
