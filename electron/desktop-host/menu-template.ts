/** The menu, in Vietnamese. Pure: what an entry does is given. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, ShownPlace } from '../api.ts';

export interface MenuActions {
  /** Asks the page to do what a key or a link there does. */
  readonly command: (command: MenuCommand) => void;
  readonly show: (place: ShownPlace) => void;
  /** Whether whoever develops the program looks at it. */
  readonly developing: boolean;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

export function menuTemplate({ command, show, developing }: MenuActions): MenuItemConstructorOptions[] {
  // NOTE: the page hears its keys itself; registered, each would come twice.
  const asked = (id: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => command(id),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const shown = (place: ShownPlace, label: string): MenuItemConstructorOptions => ({
    label,
    click: () => show(place),
  });
  return [
    {
      label: '&Tệp',
      submenu: [
        asked('list', 'Danh sách phiếu'),
        asked('newAssessment', 'Phiếu mới'),
        separator,
        asked('printing', 'In tài liệu'),
        asked('sheets', 'Kiểm tra phiếu'),
        separator,
        asked('save', 'Lưu ngay', 'Ctrl+S'),
        shown('data', 'Mở thư mục dữ liệu'),
        separator,
        { role: 'quit', label: 'Thoát' },
      ],
    },
    {
      label: '&Sửa',
      submenu: [
        asked('undo', 'Hoàn tác', 'Ctrl+Z'),
        asked('redo', 'Làm lại', 'Ctrl+Y'),
        separator,
        ...textEntries,
      ],
    },
    {
      label: '&Xem',
      submenu: [
        { role: 'zoomIn', label: 'Phóng to' },
        { role: 'zoomOut', label: 'Thu nhỏ' },
        ...otherZoomKeys,
        { role: 'resetZoom', label: 'Cỡ bình thường' },
        separator,
        { role: 'togglefullscreen', label: 'Toàn màn hình' },
        ...(developing ? [{ role: 'toggleDevTools' as const, label: 'Công cụ lập trình' }] : []),
      ],
    },
    {
      label: 'Đ&i tới',
      submenu: [
        asked('search', 'Tìm…', 'Ctrl+K'),
        separator,
        asked('office', 'Cơ quan ban hành'),
        asked('rules', 'Bộ tiêu chí'),
        asked('recovery', 'Sao lưu và khôi phục'),
      ],
    },
    {
      label: 'Trợ &giúp',
      submenu: [
        asked('keys', 'Phím tắt', 'F1'),
        shown('logs', 'Mở thư mục nhật ký'),
        separator,
        asked('about', 'Giới thiệu'),
      ],
    },
  ];
}

/** The key of plus without Shift, and those of the number pad. */
const otherZoomKeys: readonly MenuItemConstructorOptions[] = [
  { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
  { role: 'zoomIn', accelerator: 'CommandOrControl+numadd', visible: false },
  { role: 'zoomOut', accelerator: 'CommandOrControl+numsub', visible: false },
];

/** What is done with the text of a field, here and where one clicks with the right button. */
export const textEntries: readonly MenuItemConstructorOptions[] = [
  { role: 'cut', label: 'Cắt' },
  { role: 'copy', label: 'Sao chép' },
  { role: 'paste', label: 'Dán' },
  { role: 'selectAll', label: 'Chọn tất cả' },
];
