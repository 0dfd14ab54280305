/** Instants and spans of time. */
export const time = {
  at: '{{time}} ngày {{date}}',
  underMinute: 'chưa đến 1 phút',
  minutes: '{{n}} phút',
  hours: '{{n}} giờ',
  day: '1 ngày',
  days: '{{n}} ngày',
} as const;
