const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' });

/** "14:03", in the time of this machine. */
export function timeText(instant: string): string {
  return clock.format(new Date(instant));
}

/** "14:03 ngày 22/11/2026", in the time of this machine. */
export function dateTimeText(instant: string): string {
  return `${timeText(instant)} ngày ${day.format(new Date(instant))}`;
}
