/** Texts about finalised states and what differs between them. */
export const revisions = {
  title: 'Các lần chốt',
  link: 'Các lần chốt và chỗ khác nhau giữa các lần',
  none: 'Phiếu này chưa chốt lần nào. Mỗi lần chốt, cả phiếu được giữ lại ở đây cùng mã kiểm tra; nếu phiếu được mở lại để sửa, chỗ khác nhau giữa các lần cũng hiện ở đây.',
  toOverview: 'Về tổng quan phiếu',
  revision: 'Lần {{revision}}',
  draft: 'Bản nháp hiện nay',
  at: 'Chốt lúc {{at}}.',
  atBy: 'Chốt lúc {{at}}, người chốt: {{by}}.',
  again: 'Chốt lại lúc {{at}}.',
  againBy: 'Chốt lại lúc {{at}}, người chốt: {{by}}.',
  code: 'Mã kiểm tra: {{code}}',
  reopened: 'Mở lại từ lần {{revision}} lúc {{at}}. Lý do: {{reason}}',
  reopenedBy: 'Mở lại từ lần {{revision}} lúc {{at}}, người mở lại: {{by}}. Lý do: {{reason}}',
  reasonUnknown: 'không ghi',
  by: 'Chấm theo {{set}}.',
  set: '{{set}}, bản {{version}}',
  otherVersion:
    'Hai lần chấm theo hai bản khác nhau của bộ tiêu chí: lần {{revision}} theo bản {{from}}, lần này theo bản {{to}}. Vì vậy điểm có thể khác dù số liệu giống nhau.',
  otherSet:
    'Hai lần chấm theo hai bộ tiêu chí khác nhau: lần {{revision}} theo {{from}}; lần này theo {{to}}. Vì vậy điểm có thể khác dù số liệu giống nhau.',
  compared: 'Khác với lần {{revision}}',
  verdict: 'Kết luận: {{from}} → {{to}}.',
  same: 'Không có số liệu, ghi chú hay minh chứng nào khác.',
  samePoints: 'Điểm của mọi tiêu chí vẫn như cũ.',
  first: 'Đây là lần chốt đầu tiên.',
} as const;
