/** Instants and spans of time in the language of the interface, the day always before the month. */
import i18next from 'i18next';
import { numberText } from '../wording.ts';

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
  return i18next.t('time.at', { time: timeText(instant), date: day.format(new Date(instant)) });
}

/** "14:03:27 ngày 22/11/2026", where several lie within one minute. */
export function exactTimeText(instant: string): string {
  const at = new Date(instant);
  return i18next.t('time.at', { time: exactClock.format(at), date: day.format(at) });
}

/** "22/11/2026" for the ISO date of a document, which is the same day everywhere. */
export function dateText(isoDate: string): string {
  return isoDate.split('-').reverse().join('/');
}

/** The day of this machine as an ISO date. */
export function todayIso(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** "5 phút", "3 giờ 20 phút", "2 ngày": what lies between two instants, rounded down; null when the second is earlier. */
export function spanText(from: string, to: string): string | null {
  const span = Date.parse(to) - Date.parse(from);
  if (!(span >= 0)) return null;
  if (span < minute) return i18next.t('time.underMinute');
  if (span >= fullDay) return daysText(Math.floor(span / fullDay));
  const hours = Math.floor(span / hour);
  const minutes = Math.floor((span % hour) / minute);
  return [
    ...(hours > 0 ? [i18next.t('time.hours', { n: hours })] : []),
    ...(minutes > 0 ? [i18next.t('time.minutes', { n: minutes })] : []),
  ].join(' ');
}

function daysText(n: number): string {
  return n === 1 ? i18next.t('time.day') : i18next.t('time.days', { n: numberText(n) });
}
