/** Texts about improbable figures. */
export const doubts = {
  rewardedZero: '“{{label}}” là 0 và số 0 này được điểm.',
  jump: '“{{label}}” là {{now}}, năm {{year}} là {{before}}: thay đổi hơn một nửa.',
  allHundred: 'Mọi tỷ lệ càng cao càng tốt trong phiếu đều đúng 100 %.',
  ask: 'Nếu đúng như vậy, hãy ghi căn cứ hoặc lý do vào ghi chú.',
  unusual: 'Nên xem lại',
  explained: 'đã ghi chú',
} as const;
