/** Texts about the task list. */
export const tasks = {
  title: 'Các tiêu chí và việc còn lại',
  column: { criterion: 'Tiêu chí', state: 'Tình trạng', points: 'Điểm' },
  summary: 'Đã đủ {{complete}} trong {{criteria}} tiêu chí.',
  unconfirmed: '{{n}} số liệu chưa xác nhận',
  doubts: '{{n}} số liệu cần ghi chú',
  empty:
    'Phiếu chưa có số liệu nào. Có thể bắt đầu từ tiêu chí bất kỳ trong bảng dưới đây; mọi thay đổi được tự lưu.',
  done: 'Cả {{n}} tiêu chí đã đủ số liệu. Việc còn lại là kiểm tra rồi chốt phiếu.',
  stopped: 'Lần trước dừng ở:',
  stoppedAt: '({{when}})',
  stoppedAtBy: '({{when}}, {{by}})',
  today: 'hôm nay {{time}}',
  yesterday: 'hôm qua {{time}}',
  missing: 'Còn {{n}} chỉ tiêu chưa đủ số liệu',
  moreReasons: '{{first}}, và {{n}} lý do khác',
  logBy: '{{text}} Người làm: {{by}}.',
  wayOn: 'Nhập tiếp',
  check: {
    missingOnlyUnconfirmed: 'Không thiếu số liệu nào, ngoài các số liệu chưa xác nhận dưới đây.',
    unconfirmedTitle: 'Số liệu chưa xác nhận',
    unconfirmedText:
      'Các số liệu này mang từ năm trước sang, chưa được tính điểm cho đến khi có người xác nhận. Bấm vào từng mục để xác nhận hoặc nhập số mới.',
    unconfirmed: '{{answer}} (năm {{year}})',
    doubtsTitle: 'Số liệu cần ghi chú giải thích',
    doubtsText:
      'Các số liệu này có thể đúng nhưng ít gặp. Hãy kiểm tra lại và ghi lý do vào ghi chú; điều này không ngăn việc chốt phiếu.',
    indicator: 'Chỉ tiêu {{id}}',
    evidenceTitle: 'Minh chứng',
    evidenceText:
      'Các tệp sau không còn như lúc đính kèm. Hãy đính kèm lại tệp gốc; điều này không ngăn việc chốt phiếu.',
    evidenceMissing: 'tệp không còn trong thư mục dữ liệu.',
    evidenceAltered: 'nội dung tệp đã bị thay đổi.',
    evidenceWhole: 'Mọi tệp minh chứng đều còn nguyên như lúc đính kèm.',
    evidenceChecking: 'Đang kiểm tra các tệp minh chứng…',
    evidenceUnknown: 'Không kiểm tra được các tệp minh chứng. {{message}}',
    confirmDoubts: 'Còn {{n}} số liệu ít gặp chưa có ghi chú giải thích.',
    confirmEvidence: 'Có {{n}} tệp minh chứng bị mất hoặc bị thay đổi.',
  },
  numbered: '{{id}}. {{name}}',
} as const;
