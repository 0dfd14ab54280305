/** The texts of the tables that put a state of an assessment beside what is there now. */
export const differences = {
  caption: 'Những chỗ khác với phiếu hiện nay',
  count: 'Khác nhau ở {{n}} chỗ.',
  subject: 'Số liệu, ghi chú, minh chứng',
  now: 'Hiện nay',
  points: 'Điểm từng tiêu chí',
  criterion: 'Tiêu chí',
  total: 'Tổng điểm',
  different: 'khác',
  note: 'Ghi chú chỉ tiêu {{id}}',
  noNote: 'không có ghi chú',
  evidence: 'Minh chứng chỉ tiêu {{id}}',
  noEvidence: 'không có minh chứng',
  unconfirmed: '{{answer}} (mang từ năm {{year}} sang, chưa xác nhận)',
  beginning: '{{text}}…',
  length: '(cả thảy {{n}} ký tự)',
  unknownAnswer: 'Số liệu “{{id}}”',
} as const;
