/** Instants and spans of time. */
export const time = {
  at: '{{time}} on {{date}}',
  underMinute: 'less than 1 minute',
  minutes: '{{n}} min',
  hours: '{{n}} h',
  day: '1 day',
  days: '{{n}} days',
} as const;
