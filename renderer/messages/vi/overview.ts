/** The texts of the overview of an assessment. */
export const overview = {
  unit: 'Đơn vị',
  code: 'Mã đơn vị',
  class: 'Xếp loại',
  classLine: '{{label}} (mức điểm tối thiểu {{threshold}})',
  criteriaSet: 'Bộ tiêu chí',
  criteriaSetLine: '{{legalBasis}}, bản {{version}}',
  newer: {
    title: 'Phiếu này theo bản {{version}} của bộ tiêu chí',
    text: 'Phiếu mới nay dùng bản {{current}}. Phiếu này vẫn đúng theo bản của mình; nếu cần chấm theo bản mới thì xem trước khác gì rồi chuyển.',
    textFinal:
      'Phiếu mới nay dùng bản {{current}}. Phiếu đã chốt giữ nguyên; muốn chấm theo bản mới thì mở lại phiếu trước rồi chuyển.',
    otherTitle: 'Phiếu này theo {{set}}',
    otherText: 'Phiếu mới nay dùng {{current}}. Phiếu này vẫn đúng theo bộ tiêu chí của mình.',
    link: 'Xem khác gì và chuyển phiếu',
    linkFinal: 'Xem phiếu sẽ ra sao',
  },
  start: 'Bắt đầu từ tiêu chí {{id}}',
  continue: 'Nhập tiếp tiêu chí {{id}}',
  verdict: 'Kết luận hiện nay',
  log: 'Nhật ký phiếu',
  event: {
    created: '{{at}}: Tạo phiếu',
    finalised: '{{at}}: Chốt phiếu lần {{revision}}',
    reopened: '{{at}}: Mở lại phiếu để chốt lần {{revision}}. Lý do: {{reason}}',
    reopenedWithoutReason: '{{at}}: Mở lại phiếu để chốt lần {{revision}}',
    imported: {
      draft:
        '{{at}}: Nhập số liệu, ghi chú và minh chứng từ phiếu chấm điểm PDF lập ngày {{date}} ({{status}}, lần {{revision}}), mã kiểm tra {{code}}',
      last_year:
        '{{at}}: Giữ phiếu chấm điểm PDF lập ngày {{date}} ({{status}}, lần {{revision}}) làm số liệu năm trước, mã kiểm tra {{code}}',
    },
    moved: '{{at}}: Chuyển từ bản {{from}} sang bản {{to}} của bộ tiêu chí',
    movedElsewhere: '{{at}}: Chuyển từ bộ tiêu chí {{fromId}} bản {{from}} sang bộ {{toId}} bản {{to}}',
    restored: {
      damaged: '{{at}}: Tệp của phiếu bị hỏng; đã lấy lại bản dự phòng lưu lúc {{savedAt}}',
      outdated:
        '{{at}}: Tệp của phiếu bị thay bằng một bản khác, cũ hơn; đã lấy lại bản dự phòng lưu lúc {{savedAt}}',
      lost: '{{at}}: Phiếu bị mất hoặc không đọc được; cả phiếu được khôi phục từ bản dự phòng lưu lúc {{savedAt}}',
      chosen: '{{at}}: Khôi phục số liệu, ghi chú và minh chứng từ bản dự phòng lưu lúc {{savedAt}}',
    },
  },
} as const;
