/** The texts about folders, and about the dialogs that only the desktop application has. */
export const desktop = {
  chooseFolder: 'Chọn thư mục…',
  chooseFailed: 'Chưa mở được hộp thoại chọn thư mục',
  place: {
    data: 'thư mục dữ liệu',
    logs: 'thư mục nhật ký',
    damaged: 'thư mục tệp hỏng',
    secondFolder: 'thư mục thứ hai',
    printed: 'thư mục bản in',
  },
  show: 'Mở {{place}}',
  copyPath: 'Chép đường dẫn {{place}}',
  shown: 'Đã mở thư mục.',
  copied: 'Đã chép đường dẫn {{path}}. Hãy dán vào ô địa chỉ của trình quản lý tệp.',
  notShown:
    'Chưa mở được thư mục; có thể thư mục chưa có hoặc ổ USB chưa cắm. Đã chép đường dẫn {{path}} để dán vào trình quản lý tệp.',
  notShownNorCopied: 'Chưa mở được thư mục {{path}}. Hãy chọn và chép đường dẫn này vào trình quản lý tệp.',
  notCopied: 'Thư mục nằm ở {{path}}. Hãy chọn và chép đường dẫn này.',
} as const;
