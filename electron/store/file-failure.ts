/** What to say about a folder or disk that does not take what it is given. */
import { fileErrorCode } from './file-system.ts';

/** A sentence in Vietnamese: what is wrong, and what to do where something can be done. No full stop. */
export function fileFailure(error: unknown): string {
  const code = fileErrorCode(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return `Ổ đĩa đã đầy; hãy giải phóng dung lượng (${code})`;
    case 'EROFS':
      return `Ổ đĩa chỉ cho đọc; hãy gạt khóa chống ghi hoặc dùng ổ đĩa khác (${code})`;
    case 'EACCES':
    case 'EPERM':
      return `Thư mục chỉ cho đọc, hoặc tệp đang bị chương trình khác giữ (diệt vi-rút, OneDrive); hãy cấp quyền ghi hoặc đóng chương trình đó (${code})`;
    case 'EBUSY':
    case 'ETXTBSY':
      return `Tệp đang bị chương trình khác giữ; hãy đóng chương trình đó (${code})`;
    case 'ENOENT':
      return 'Thư mục hoặc tệp không còn ở chỗ cũ; hãy cắm lại ổ đĩa hoặc trả về chỗ cũ';
    case 'ENODEV':
    case 'ENXIO':
    case 'ENOTCONN':
      return `Ổ đĩa không còn kết nối; hãy cắm lại ổ đĩa (${code})`;
    case 'EIO':
      return `Ổ đĩa gặp lỗi đọc ghi; hãy sao chép dữ liệu sang ổ đĩa khác sớm (${code})`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `Chỗ của thư mục đang là một tệp; hãy dời tệp đó đi nơi khác rồi thử lại (${code})`;
    case 'EISDIR':
      return `Chỗ của tệp đang là một thư mục (${code})`;
    case 'ENAMETOOLONG':
      return `Đường dẫn quá dài; hãy dùng một thư mục có đường dẫn ngắn hơn (${code})`;
    case 'EMFILE':
    case 'ENFILE':
      return `Máy đang mở quá nhiều tệp; hãy đóng bớt chương trình (${code})`;
    default:
      return code === undefined ? 'Lỗi chưa rõ' : `Hệ điều hành báo lỗi ${code}`;
  }
}
