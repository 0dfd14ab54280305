/** Texts about figures of an earlier year. */
export const brought = {
  title: 'Số liệu năm {{year}}',
  all: 'Mang số liệu năm {{year}} sang (chưa xác nhận)',
  explain:
    'Có {{n}} câu trả lời của năm {{year}} ứng với chỗ còn trống. Số mang sang hiện trong ô để đối chiếu, chưa phải là câu trả lời và chưa được tính điểm cho đến khi xác nhận từng số, xác nhận cả tiêu chí hoặc nhập số mới.',
  draft: 'Phiếu năm {{year}} chưa chốt, nên số liệu của phiếu đó có thể còn thay đổi.',
  waitingInAll: 'Còn {{n}} số liệu mang từ năm {{year}} sang chờ xác nhận ở các tiêu chí {{criteria}}.',
  here: 'Mang số liệu năm {{year}} sang',
  waiting: '{{n}} số liệu mang từ năm {{year}} sang chờ xác nhận, chưa được tính điểm.',
  confirmHere: 'Xác nhận cả tiêu chí ({{n}} số liệu)',
  result: 'Chưa tính điểm vì có số liệu chưa xác nhận',
  resultCheck: 'Chưa tính điểm vì chưa xác nhận câu trả lời',
  mark: 'chưa xác nhận',
  figure: 'Số mang từ năm {{year}}',
  check: 'Mang từ năm {{year}}: {{answer}}',
  confirm: 'Xác nhận',
  confirmOf: 'Xác nhận {{value}}: {{label}}',
  dismiss: 'Bỏ',
  dismissOf: 'Bỏ {{value}}: {{label}}',
  stays: 'Chưa xác nhận được: {{reason}}.',
} as const;
