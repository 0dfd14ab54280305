/** The texts about the program itself: its frame, its dead ends, lists of many pages. */
export const program = {
  name: 'Xã, phường phù hợp với trẻ em',
  title: '{{page}} – Xã, phường phù hợp với trẻ em',
  within: '{{page}} – {{within}}',
  loading: 'Đang mở…',
  home: 'Danh sách phiếu',
  foot: 'Phiên bản {{version}}. Dữ liệu nằm ở {{folder}}',
} as const;

export const frame = { way: 'Đường về' } as const;

export const failure = {
  retry: 'Thử lại',
  unreachable:
    'Không liên lạc được với chương trình. Nếu cửa sổ dòng lệnh đã đóng, hãy mở lại chương trình và mở địa chỉ mới trong cùng trình duyệt này; đừng đóng trang đang có thay đổi chưa lưu.',
  sessionEnded:
    'Phiên làm việc đã hết. Hãy mở địa chỉ mới ghi trong cửa sổ dòng lệnh, trong cùng trình duyệt này; đừng đóng trang đang có thay đổi chưa lưu.',
  strangeAnswer: 'Chương trình trả lời không đúng dạng. Hãy đóng và mở lại chương trình.',
  desktopSilent: 'Phần xử lý của chương trình không trả lời. Hãy đóng và mở lại chương trình.',
  crashTitle: 'Màn hình này gặp lỗi',
  crashText:
    'Chương trình gặp một lỗi không lường trước nên không hiển thị được màn hình này. Mọi số liệu đã lưu vẫn an toàn trong thư mục dữ liệu.',
  crashDetail: 'Chi tiết để báo cho người hỗ trợ: {{detail}}',
  reloadedTitle: 'Trang vừa được mở lại sau sự cố',
  reloadedText:
    'Mọi số liệu đã lưu vẫn còn. Nội dung trong ô đang nhập dở hoặc bị từ chối thì không giữ được; hãy xem lại ô đó.',
  reloadedClose: 'Đã hiểu',
  reload: 'Mở lại chương trình',
  notFoundTitle: 'Không có trang này',
  notFoundText: 'Địa chỉ vừa mở không ứng với trang nào của chương trình.',
  noAssessmentTitle: 'Không có phiếu này',
  openFailedTitle: 'Không mở được phiếu',
  noCriterionTitle: 'Không có tiêu chí này',
  noCriterionText: 'Bộ tiêu chí của phiếu không có tiêu chí mang số “{{id}}”.',
  backToList: 'Về danh sách phiếu',
  backToAssessment: 'Về phiếu đánh giá',
} as const;

export const pages = {
  range: 'Dòng {{from}}–{{to}} trong {{total}}',
  page: 'Trang {{page}}',
  previous: 'Trang trước',
  next: 'Trang sau',
} as const;
