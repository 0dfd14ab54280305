import { numberText } from '../../criteria/wording.ts';

const minute = 60_000;
const hour = 60 * minute;
const fullDay = 24 * hour;

const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' });

const exactClock = new Intl.DateTimeFormat('vi-VN', { timeStyle: 'medium', hourCycle: 'h23' });

/** "14:03", in the time of this machine. */
export function timeText(instant: string): string {
  return clock.format(new Date(instant));
}

/** "14:03 ngày 22/11/2026", in the time of this machine. */
export function dateTimeText(instant: string): string {
  return `${timeText(instant)} ngày ${day.format(new Date(instant))}`;
}

/** "14:03:27 ngày 22/11/2026", where several lie within one minute. */
export function exactTimeText(instant: string): string {
  return `${exactClock.format(new Date(instant))} ngày ${day.format(new Date(instant))}`;
}

/** "22/11/2026" for the ISO date of a document, which is the same day everywhere. */
export function dateText(isoDate: string): string {
  return isoDate.split('-').reverse().join('/');
}

/** "5 phút", "3 giờ 20 phút", "2 ngày": what lies between two instants, rounded down; null when the second is earlier. */
export function spanText(from: string, to: string): string | null {
  const span = Date.parse(to) - Date.parse(from);
  if (!(span >= 0)) return null;
  if (span < minute) return 'chưa đến 1 phút';
  if (span >= fullDay) return `${numberText(Math.floor(span / fullDay))} ngày`;
  const wholeHours = Math.floor(span / hour);
  const rest = Math.floor((span % hour) / minute);
  return [...(wholeHours > 0 ? [`${wholeHours} giờ`] : []), ...(rest > 0 ? [`${rest} phút`] : [])].join(' ');
}
