/** The texts of the settings about the office in whose name documents are issued. */
export const office = {
  title: 'Cơ quan ban hành',
  intro:
    'Những gì ghi ở đây được in trên mọi tài liệu lập bằng máy này. Ô nào để trống thì tài liệu để dòng chấm hoặc ghi theo lệ thường.',
  loading: 'Đang đọc…',
  failed: 'Không đọc được phần cơ quan ban hành',
  heading: 'Đầu trang tài liệu',
  superior: 'Cơ quan chủ quản (cấp trên)',
  superiorHint:
    'Ví dụ: Ủy ban nhân dân tỉnh Ví Dụ. Để trống nếu không ghi, như với Ủy ban nhân dân; để trống cả cơ quan ban hành thì in dòng chấm để ghi tay.',
  body: 'Cơ quan ban hành',
  bodyHint: 'Ví dụ: Đoàn đánh giá xã, phường phù hợp với trẻ em. Để trống thì in dòng chấm để ghi tay.',
  place: 'Địa danh ghi trước ngày, tháng',
  placeHint: 'Ví dụ: Hà Nội. Để trống thì in dòng chấm để ghi tay.',
  preview: 'Đầu trang sẽ in như thế này',
  paper: {
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: 'Số: ………/…………',
    date: '{{place}}, ngày …… tháng …… năm {{year}}',
  },
  signing: 'Người ký',
  signingIntro:
    'Chức danh ghi mỗi dòng một ý, tối đa 4 dòng, in thành chữ hoa. Để trống họ tên thì in dòng chấm dưới chỗ ký.',
  recogniser: 'Thẩm quyền công nhận',
  recogniserHint:
    'Ghi ở đầu giấy công nhận, ví dụ: Chủ tịch Ủy ban nhân dân huyện Ví Dụ. Để trống thì ghi chức danh theo bộ tiêu chí.',
  capacity: 'Chức danh',
  name: 'Họ và tên',
  signer: {
    head: 'Người đứng đầu',
    leader: 'Trưởng đoàn đánh giá',
    secretary: 'Thư ký đoàn',
  },
  signs: {
    head: 'Ký giấy công nhận và danh sách tổng hợp.',
    leader: 'Ký phiếu chấm điểm và biên bản đánh giá.',
    secretary: 'Nhập số liệu, ghi biên bản; ký phiếu chấm điểm và biên bản đánh giá.',
  },
  capacityHint: {
    head: 'Ví dụ, ba dòng: TM. Ủy ban nhân dân; KT. Chủ tịch; Phó Chủ tịch. Để trống thì giấy công nhận ghi người có thẩm quyền theo bộ tiêu chí, danh sách ghi “Thủ trưởng đơn vị”.',
    leader:
      'Ví dụ, hai dòng: Trưởng đoàn; Phó Chủ tịch xã. Để trống thì ghi “Trưởng đoàn đánh giá”, trên biên bản là “Trưởng đoàn”.',
    secretary:
      'Ví dụ: Thư ký đoàn đánh giá. Để trống thì phiếu chấm điểm ghi “Người chấm điểm”, biên bản ghi “Thư ký”.',
  },
  nameHint: 'Ví dụ: Nguyễn Văn An',
  recipients: 'Nơi nhận',
  recipientsIntro:
    'Mỗi dòng một nơi nhận, tối đa 10 dòng, ví dụ: Ủy ban nhân dân tỉnh; Lưu: VT. Không cần ghi gạch đầu dòng và dấu câu ở cuối.',
  recipientsHint: {
    scorecard: 'Để trống thì ghi: xã, phường được đánh giá; Đoàn đánh giá; Lưu: VT.',
    certificate: 'Để trống thì ghi: xã, phường được công nhận; Lưu: VT.',
    minutes: 'Để trống thì ghi: xã, phường được đánh giá; Đoàn đánh giá; Lưu: VT.',
    summary: 'Để trống thì ghi: cơ quan cấp trên; các đơn vị có tên trong danh sách; Lưu: VT.',
  },
  recipientsOf: {
    scorecard: 'Phiếu chấm điểm',
    certificate: 'Giấy công nhận',
    minutes: 'Biên bản đánh giá',
    summary: 'Danh sách tổng hợp',
  },
  tooManyLines: 'Không được quá {{n}} dòng',
  lineFault: 'Dòng {{line}}: {{message}}',
  save: 'Lưu',
  saving: 'Đang lưu…',
  drop: 'Bỏ thay đổi',
  state: {
    unsaved: 'Có thay đổi chưa lưu.',
    faulty: 'Còn {{n}} chỗ cần sửa trước khi lưu.',
    saved: 'Đã lưu lúc {{at}}. Tài liệu lập từ nay ghi theo đây.',
    same: 'Không có thay đổi nào chưa lưu.',
  },
  saveFailed: 'Chưa lưu được',
} as const;
