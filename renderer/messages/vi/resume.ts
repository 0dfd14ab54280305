/** Texts about going on where somebody stopped. */
export const resume = {
  go: 'Làm tiếp',
  since: 'sửa cách đây {{span}}',
  at: 'sửa lúc {{at}}',
  line: '{{when}}, đã đủ {{answered}}/{{indicators}} chỉ tiêu',
} as const;
