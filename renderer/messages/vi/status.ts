/** The short marks of an assessment: its status, its points, what of them is provisional. */
export const status = { draft: 'Nháp', final: 'Đã chốt', readOnly: 'Chỉ để xem' } as const;

export const points = {
  ofMax: '{{points}}/{{max}}',
  threshold: 'tối thiểu {{threshold}}',
} as const;

export const provisional = {
  notice:
    'Điểm đang là tạm tính: mới có {{confirmed}} trong {{total}} quy tắc chấm điểm được đối chiếu với {{legalBasis}}.',
  explain:
    'Các quy tắc còn lại là số tạm của chương trình, dùng để bộ tiêu chí đủ và tính được. Không dùng kết quả này làm kết luận chính thức khi chưa đối chiếu với văn bản.',
  confirm: 'Đối chiếu với văn bản',
  details: 'Xem từng tiêu chí',
  criterion: 'Tiêu chí',
  confirmed: 'Quy tắc đã đối chiếu',
  provisional: 'Quy tắc tạm tính',
  general: 'Quy định chung (loại đơn vị, mức điểm tối thiểu, điều kiện công nhận)',
  ofAll: '{{n}}/{{total}}',
} as const;
