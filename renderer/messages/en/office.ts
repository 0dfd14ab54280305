/** The texts of the settings about the office in whose name documents are issued. */
export const office = {
  title: 'Issuing office',
  intro:
    'What is written here is printed on every document made on this machine, in Vietnamese. Where a field is empty, documents have a dotted line or the usual wording.',
  loading: 'Reading…',
  failed: 'The issuing office could not be read',
  heading: 'Head of documents',
  superior: 'Superior body',
  superiorHint:
    'For example: Ủy ban nhân dân tỉnh Ví Dụ. Leave it empty if there is none to name, as for a People’s Committee; if the issuing body is empty too, a dotted line is printed to write on.',
  body: 'Issuing body',
  bodyHint:
    'For example: Đoàn đánh giá xã, phường phù hợp với trẻ em. If empty, a dotted line is printed to write on.',
  place: 'Place, before the date',
  placeHint: 'For example: Hà Nội. If empty, a dotted line is printed to write on.',
  preview: 'The head will be printed like this',
  paper: {
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: 'Số: ………/…………',
    date: '{{place}}, ngày …… tháng …… năm {{year}}',
  },
  signing: 'Signatories',
  signingIntro:
    'One part of a title on each line, 4 lines at most, printed in capitals. If the name is empty, a dotted line is printed under the place for the signature.',
  recogniser: 'Recognising authority',
  recogniserHint:
    'At the head of the certificate, for example: Chủ tịch Ủy ban nhân dân huyện Ví Dụ. If empty, the title of the criteria set is printed.',
  capacity: 'Title',
  name: 'Full name',
  signer: {
    head: 'Head of the office',
    leader: 'Leader of the assessment team',
    secretary: 'Secretary of the team',
  },
  signs: {
    head: 'Signs certificates and the district summary.',
    leader: 'Signs scorecards and minutes.',
    secretary: 'Enters figures and keeps the minutes; signs scorecards and minutes.',
  },
  capacityHint: {
    head: 'For example, three lines: TM. Ủy ban nhân dân; KT. Chủ tịch; Phó Chủ tịch. If empty, the certificate names the authority of the criteria set and the summary “Thủ trưởng đơn vị”.',
    leader:
      'For example, two lines: Trưởng đoàn; Phó Chủ tịch xã. If empty, “Trưởng đoàn đánh giá” is printed, and “Trưởng đoàn” on the minutes.',
    secretary:
      'For example: Thư ký đoàn đánh giá. If empty, the scorecard has “Người chấm điểm” and the minutes “Thư ký”.',
  },
  nameHint: 'For example: Nguyễn Văn An',
  recipients: 'Recipients',
  recipientsIntro:
    'One recipient on each line, 10 lines at most, for example: Ủy ban nhân dân tỉnh; Lưu: VT. No dash in front and no punctuation at the end is needed.',
  recipientsHint: {
    scorecard: 'If empty: the assessed commune or ward; the assessment team; Lưu: VT.',
    certificate: 'If empty: the recognised commune or ward; Lưu: VT.',
    minutes: 'If empty: the assessed commune or ward; the assessment team; Lưu: VT.',
    summary: 'If empty: the superior body; the units on the list; Lưu: VT.',
  },
  recipientsOf: {
    scorecard: 'Scorecard',
    certificate: 'Certificate',
    minutes: 'Minutes',
    summary: 'District summary',
  },
  tooManyLines: 'At most {{n}} lines',
  lineFault: 'Line {{line}}: {{message}}',
  save: 'Save',
  saving: 'Saving…',
  drop: 'Drop the changes',
  state: {
    unsaved: 'There are unsaved changes.',
    faulty: 'Places to mend before saving: {{n}}.',
    saved: 'Saved at {{at}}. Documents made from now on follow it.',
    same: 'There are no unsaved changes.',
  },
  saveFailed: 'Not saved',
} as const;
