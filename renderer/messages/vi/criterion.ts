/** Texts about what the criterion page adds. */
export const criterion = {
  enteredAt: '{{label}}: {{value}} (đã nhập ở tiêu chí {{criterion}})',
  editAt: 'Sửa ở tiêu chí {{criterion}}',
  viewAt: 'Xem ở tiêu chí {{criterion}}',
  grounds: 'Ghi chú, minh chứng, lịch sử',
  groundsOf: 'chỉ tiêu {{id}}',
  groundsHeld: '({{held}})',
  hasNote: 'có ghi chú',
  hasEvidence: '{{n}} minh chứng',
} as const;
