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
    case 'EACCES':
    case 'EPERM':
      return `Chương trình không có quyền với thư mục này (${code})`;
    case 'ENOENT':
      return 'Thư mục không còn ở chỗ cũ; hãy cắm lại ổ đĩa hoặc trả thư mục về chỗ cũ';
    case 'ENOTDIR':
    case 'EEXIST':
      return `Chỗ của thư mục đang là một tệp (${code})`;
    case 'EISDIR':
      return `Chỗ của tệp đang là một thư mục (${code})`;
    default:
      return code === undefined ? 'Lỗi chưa rõ' : `Hệ điều hành báo lỗi ${code}`;
  }
}
