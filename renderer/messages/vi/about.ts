/** The texts of the page about the program. */
export const about = {
  title: 'Giới thiệu',
  intro:
    'Chương trình giúp tổ công tác chấm điểm xã, phường, thị trấn phù hợp với trẻ em theo Quyết định 06/QĐ-TTg ngày 03/01/2019, ngay trên máy này và không cần mạng.',
  loading: 'Đang đọc…',
  failed: 'Không đọc được thông tin về chương trình',
  versions: 'Phiên bản',
  program: 'Chương trình',
  system: 'Hệ điều hành',
  folders: 'Thư mục',
  data: 'Dữ liệu',
  logs: 'Nhật ký của chương trình',
  update:
    'Khi có phiên bản mới, chỉ cần cài đè lên. Dữ liệu nằm riêng nên vẫn còn nguyên, và được chép lại một bản vào thư mục “updates” trước khi phiên bản mới ghi gì vào đó.',
  diagnosis: 'Thông tin cho người hỗ trợ',
  diagnosisIntro:
    'Khi nhờ hỗ trợ, hãy chép phần này và gửi kèm. Phần này viết bằng tiếng Anh kỹ thuật, không có tên người, tên xã, số liệu, ghi chú hay tên tệp do người dùng đặt.',
  diagnosisLabel: 'Nội dung thông tin cho người hỗ trợ',
  copy: 'Chép',
  copied: 'Đã chép. Có thể dán vào thư hoặc tin nhắn.',
  selected: 'Chưa chép được, nên đã chọn sẵn toàn bộ nội dung; hãy bấm Ctrl+C để chép.',
  licence: 'Giấy phép',
  licenceText:
    'Chương trình là phần mềm mã nguồn mở theo giấy phép MIT. Phông chữ Tinos trong tài liệu in có giấy phép riêng.',
} as const;
