/** The texts of the tour of the criteria room. */
export const tour = {
  title: 'Làm thử',
  intro:
    'Đây là phòng bộ tiêu chí với một bộ ví dụ và bốn làng hư cấu. Mọi việc làm ở đây chỉ để thử: không ghi gì vào máy, rời trang là mất.',
  step: {
    confirm: 'Mở bộ ví dụ, đối chiếu một quy tắc.',
    break: 'Sửa chỉ tiêu “{{indicator}}”: thử cho điểm tối đa khác đi, xem lỗi được chỉ ra ở đâu.',
    effect:
      'Trả điểm tối đa về như cũ; ở mức {{level}} ghi tỷ lệ {{rate}} và {{points}} điểm, xem làng nào được thêm, mất điểm hay đổi kết luận.',
    accept: 'Ghi điều khoản đã đọc, ban hành bản mới.',
  },
  done: 'Đã làm',
  progress: 'Đã thử {{n}}/{{total}} việc. Việc tiếp theo:',
  all: 'Xem cả {{n}} việc',
  finished: 'Đã thử đủ {{n}} việc. Có thể rời phần làm thử và làm với bộ tiêu chí thật.',
  leave: 'Rời phần làm thử',
  notHere: 'Phần làm thử không có việc này; hãy thử ở phòng bộ tiêu chí thật',
  changedElsewhere: 'Vừa có thay đổi khác; hãy tải lại rồi thử lại',
} as const;
