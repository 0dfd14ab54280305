/** The texts about getting a document ready for the printer. */
export const paper = {
  title: 'Chuẩn bị in',
  making: 'Đang lập bản in…',
  drawing: 'Đang vẽ các trang. Xong thì hộp thoại in của máy mở ra.',
  page: 'Đã vẽ {{done}}/{{total}} trang',
  stop: 'Dừng',
  unreadable: 'Không vẽ được các trang của tài liệu. Hãy lưu tệp PDF rồi in bằng chương trình khác',
} as const;
