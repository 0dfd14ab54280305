/** Texts about who is working. */
export const assessors = {
  title: 'Ai đang làm việc?',
  known: 'Người đã làm việc trên máy này',
  other: 'Người khác',
  name: 'Họ và tên của bạn',
  nameHint: 'Ghi như trong danh sách đoàn đánh giá, ví dụ: Nguyễn Văn An',
  nameFault: 'Hãy ghi họ tên, có ít nhất một chữ cái và tối đa 100 ký tự',
  about:
    'Tên này được ghi vào lịch sử cạnh mỗi thay đổi, để biết ai đã nhập gì. Chương trình không hỏi mật khẩu, nên tên không chứng minh được người nhập là ai.',
  start: 'Bắt đầu làm việc',
  cancel: 'Hủy',
  remove: 'Bỏ tên',
  removeOf: 'Bỏ tên {{name}} khỏi danh sách',
  removed: 'Đã bỏ tên {{name}} khỏi danh sách. Những gì người này đã nhập vẫn mang tên đó.',
  change: 'Người đang làm việc: {{name}}. Bấm để đổi người',
  nobody: 'chưa rõ là ai',
  notKept: 'Chưa ghi được danh sách người làm việc',
  notKeptWay:
    'Vẫn làm việc tiếp được và mỗi thay đổi vẫn mang đúng tên; chỉ là lần mở sau danh sách tên có thể chưa đúng.',
  close: 'Đóng',
} as const;
