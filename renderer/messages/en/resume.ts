/** Texts about going on where somebody stopped. */
export const resume = {
  go: 'Continue',
  since: 'changed {{span}} ago',
  at: 'changed at {{at}}',
  line: '{{when}}, {{answered}} of {{indicators}} indicators complete',
} as const;
