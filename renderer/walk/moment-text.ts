import type { TFunction } from 'i18next';
import { dateTimeText, timeText } from '../frame/time.ts';

/** "hôm nay 08:10", "hôm qua 16:40", before that "16:40 ngày 20/11/2026"; in the time of this machine. */
export function momentText(t: TFunction, instant: string, now: Date): string {
  const time = timeText(instant);
  const day = new Date(instant).toDateString();
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (day === now.toDateString()) return t('tasks.today', { time });
  if (day === yesterday.toDateString()) return t('tasks.yesterday', { time });
  return dateTimeText(instant);
}
