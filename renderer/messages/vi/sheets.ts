/** The texts about checking a printed scorecard and taking its figures over. */
export const sheets = {
  title: 'Kiểm tra phiếu',
  intro:
    'Chọn tệp PDF của phiếu chấm điểm để biết nội dung có còn đúng như khi chương trình in ra hay không, và lấy số liệu trong đó nếu cần. Tệp chỉ được đọc trên máy này, không gửi đi đâu.',
  choose: 'Chọn tệp PDF…',
  otherWays: 'hoặc kéo tệp thả vào trang này, hoặc dán tệp đã chép (Ctrl+V). Chọn được nhiều tệp một lúc.',
  drop: 'Thả tệp ra để kiểm tra',
  files: 'Các tệp đã chọn',
  waiting: 'đang đợi',
  progress: 'Đã kiểm tra {{done}}/{{total}} tệp.',
  checking: 'Đang kiểm tra {{file}}…',
  notChecked: 'chưa kiểm tra được',
  failedTitle: 'Chưa kiểm tra được {{file}}',
  tooLarge:
    'Tệp nặng {{size}}, quá {{limit}} nên không được đọc. Phiếu do chương trình in nhẹ hơn nhiều; hãy xem lại có chọn đúng tệp không.',
  unreadable:
    'Không đọc được tệp. Có thể tệp đã bị sửa, di chuyển hay xóa sau khi chọn, hoặc ổ đĩa đã bị rút ra. Hãy chọn lại tệp.',
  verdict: {
    genuine: 'Đúng phiếu do chương trình in',
    unchecked: 'Chưa kiểm tra được các trang',
    altered: 'Đã bị sửa',
    not_ours: 'Không nhận ra là phiếu của chương trình',
  },
  meaning: {
    genuine: 'Không thấy chỗ nào khác với khi chương trình in ra.',
    altered:
      'Nội dung tệp không còn như khi chương trình in ra. Đừng dùng số liệu của tệp này; hãy xin lại tệp gốc.',
  },
  /** Behind the reason. */
  uncheckedMeaning:
    'Phần đính kèm trong tệp còn nguyên, nhưng không biết những gì in trên các trang có bị sửa hay không.',
  proof: 'Kết quả này cho biết nội dung có bị đổi sau khi in hay không; nó không thay cho chữ ký và con dấu.',
  remarks: 'Cần biết thêm',
  differences: {
    title: 'Những chỗ không khớp',
    none: 'Không chỉ ra được chỗ nào cụ thể.',
    count: 'Có {{n}} chỗ không khớp.',
    pages: 'Các trang của bảng những chỗ không khớp',
    message: 'Chỗ không khớp',
    expected: 'Phải là',
    found: 'Trên tệp là',
    nothing: 'không có gì',
  },
  summary: {
    title: 'Phiếu này',
    titleAttached: 'Theo số liệu kèm trong tệp',
    unit: 'Đơn vị',
    year: 'Năm đánh giá',
    status: 'Trạng thái',
    revision: 'lần {{revision}}',
    total: 'Tổng điểm',
    verdict: 'Kết luận',
    date: 'Ngày lập phiếu',
    printedBy: 'In bằng',
    version: 'phiên bản {{version}} của chương trình',
    code: 'Mã kiểm tra',
  },
  paper: {
    title: 'So với tờ giấy',
    label: 'Mã kiểm tra trên giấy',
    hint: '16 chữ số và chữ a–f in trên phiếu giấy. Viết liền hay cách ra, chữ hoa hay chữ thường đều được.',
    nothing: 'Gõ mã in trên giấy để biết tờ giấy có phải là bản in của tệp này không.',
    incomplete: 'Đến đây vẫn khớp, còn thiếu {{n}} ký tự.',
    same: 'Giống nhau: tờ giấy mang đúng mã kiểm tra của tệp này.',
    different:
      'Khác nhau từ nhóm thứ {{group}}. Nếu đã gõ đúng thì tờ giấy không phải là bản in của tệp này.',
    strange: 'Mã chỉ gồm chữ số 0–9 và chữ a–f, không có “{{character}}”. Hãy xem lại.',
  },
  import: {
    title: 'Lấy số liệu của phiếu này',
    use: {
      draft: 'Nhập làm phiếu nháp năm {{year}}',
      last_year: 'Giữ làm số liệu năm trước',
    },
    does: {
      draft:
        'Số liệu, ghi chú và minh chứng của phiếu vào một phiếu nháp năm {{year}} trên máy này, để sửa tiếp và chốt ở đây.',
      last_year:
        'Phiếu năm {{year}} được giữ nguyên như đã chốt. Khi chấm các năm sau, số liệu của năm {{year}} hiện bên cạnh từng ô để so sánh.',
    },
    impossible: 'Không làm được:',
    preview: 'Xem trước',
    previewOf: 'Xem trước: {{use}}',
    previewFailed: 'Chưa xem trước được',
    offered: 'Theo tệp PDF',
    fresh: {
      draft:
        'Trên máy này chưa có phiếu {{assessment}}. Một phiếu nháp mới được tạo với {{answers}} số liệu và {{notes}} ghi chú.',
      last_year:
        'Trên máy này chưa có phiếu {{assessment}}. Phiếu được thêm vào ở trạng thái đã chốt, với {{answers}} số liệu và {{notes}} ghi chú.',
    },
    replaces:
      'Trên máy này đang có phiếu {{assessment}}. Số liệu, ghi chú và minh chứng của phiếu đó sẽ nhường chỗ cho những gì ghi trong tệp.',
    same: 'Số liệu, ghi chú và minh chứng giống hệt nhau.',
    changesNothing: 'Phiếu {{assessment}} trên máy này đã có đúng những gì ghi trong tệp nên không cần nhập.',
    confirm: {
      title: 'Thay số liệu của phiếu {{assessment}}?',
      text: 'Số liệu, ghi chú và minh chứng trong phiếu trở thành như ghi trong tệp PDF, khác {{n}} chỗ so với hiện nay.',
      kept: 'Trước khi thay, trạng thái hiện nay được sao lưu, nên có thể khôi phục lại ở phần Sao lưu và khôi phục.',
      cancel: 'Hủy',
      confirm: 'Thay số liệu',
    },
    busy: 'Đang nhập…',
    done: {
      draft: 'Đã nhập vào phiếu nháp',
      last_year: 'Đã giữ làm số liệu năm trước',
    },
    doneText: {
      draft: 'Phiếu {{assessment}} nay có số liệu, ghi chú và minh chứng của tệp {{file}}.',
      last_year: 'Phiếu {{assessment}} được giữ như đã chốt trong tệp {{file}}.',
    },
    open: 'Mở phiếu',
    failed: 'Chưa nhập được, không có gì bị thay đổi',
    unknown: 'Chưa rõ đã nhập được hay chưa',
    unknownWay: 'Tệp đã được kiểm tra lại; hãy xem phần xem trước để biết phiếu trên máy nay ra sao.',
    conflictWay: 'Tệp đã được kiểm tra và so sánh lại; hãy xem lại phần xem trước rồi mới nhập.',
    unsaved:
      'Phiếu của đơn vị này trên máy còn thay đổi chưa lưu hoặc bị từ chối trong cửa sổ này. Hãy mở phiếu đó, sửa hoặc lưu xong các chỗ đó rồi mới nhập.',
  },
} as const;
