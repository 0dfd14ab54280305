/** Texts about language and theme. */
export const preferences = {
  title: 'Hiển thị',
  about: 'Các lựa chọn này áp dụng cho chương trình trên máy này. Tài liệu in ra luôn bằng tiếng Việt.',
  language: 'Ngôn ngữ của giao diện',
  theme: 'Màu sắc',
  themes: { system: 'Theo hệ thống', light: 'Sáng', dark: 'Tối' },
  close: 'Đóng',
  notKept: 'Chưa lưu được lựa chọn này cho lần mở sau',
} as const;
