/** Texts about what would make a unit eligible. */
export const needs = {
  title: 'Cần gì để đạt',
  meaning:
    'Đây chỉ là phép tính theo bộ tiêu chí, không phải lời khuyên sửa số liệu. Số liệu phải đúng thực tế; đây là mức cần đạt ở kỳ sau.',
  way: 'Cách {{n}}: thêm {{gain}} điểm, tổng điểm sẽ là {{total}}.',
  onlyWay: 'Thêm {{gain}} điểm, tổng điểm sẽ là {{total}}:',
  others: 'Xem {{n}} cách khác',
  points: 'từ {{from}} lên {{to}} điểm',
  more: 'thêm {{change}} {{noun}} trong kỳ sau (đạt {{target}})',
  atMost: 'không quá {{target}} {{noun}} trong kỳ sau',
  no: 'không có {{noun}} nào trong kỳ sau',
  yes: 'thực hiện được trong kỳ sau',
  impossible: 'Với các tổng số hiện nay thì chưa có cách nào để đạt.',
  stuck: 'Vẫn bị 0 điểm dù mọi số liệu đều tốt lên: tiêu chí {{criteria}}.',
  short: 'Dù mọi chỉ tiêu đều lên mức tốt nhất, tổng điểm vẫn thiếu {{short}} điểm.',
} as const;
