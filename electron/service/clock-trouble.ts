import type { AssessmentSummary, StorageTrouble } from '../api.ts';

/** By how much, in milliseconds, a clock may run behind the one that a state was saved by. */
const tolerance = 10 * 60 * 1000;

const dateTime = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** What was saved cannot have been saved in the future: the clock is wrong now, or was wrong then. */
export function clockTrouble(lines: readonly AssessmentSummary[], now: Date): readonly StorageTrouble[] {
  const limit = new Date(now.getTime() + tolerance).toISOString();
  const latest = lines.reduce<AssessmentSummary | undefined>(
    (found, line) => (line.updatedAt > (found?.updatedAt ?? limit) ? line : found),
    undefined,
  );
  if (latest === undefined) return [];
  const saved = dateTime.format(new Date(latest.updatedAt));
  const message = `Phiếu ${latest.unit.name} ghi giờ lưu ${saved}, muộn hơn đồng hồ của máy (${dateTime.format(now)}); hãy kiểm tra ngày giờ của máy. Số liệu và thứ tự các bản dự phòng không bị ảnh hưởng`;
  return [{ about: 'clock', message }];
}
