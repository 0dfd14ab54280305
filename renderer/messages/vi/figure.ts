/** Why a figure is refused. */
export const figure = {
  fault: {
    negative: 'Số liệu không được âm',
    fraction:
      'Số liệu phải là số nguyên, không có phần lẻ. Nếu dấu chấm để tách hàng nghìn thì viết 1.234 hoặc 1234',
    ambiguous: 'Số này có thể hiểu theo hai cách. Hãy viết 1.234 hoặc 1234',
    not_a_number: 'Chỉ nhập chữ số, ví dụ 1.234 hoặc 1234',
    too_large: 'Số liệu quá lớn',
    several: 'Nội dung vừa dán có nhiều ô. Hãy dán hoặc nhập từng số vào ô của nó',
  },
} as const;
