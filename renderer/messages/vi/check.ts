/** The texts of the check before finalising. */
export const check = {
  title: 'Kiểm tra trước khi chốt',
  missingTitle: 'Số liệu còn thiếu',
  missingNone: 'Không thiếu số liệu nào.',
  missingIntro: 'Còn {{n}} chỉ tiêu chưa nhập đủ. Bấm vào từng mục để đến đúng ô cần nhập.',
  missingAndWaiting:
    'Còn {{n}} chỉ tiêu chưa nhập đủ; {{waiting}} chỉ tiêu khác chỉ chờ xác nhận, ở dưới. Bấm vào từng mục để đến đúng ô cần nhập.',
  refusedTitle: 'Bị từ chối, chưa lưu',
  zeroTitle: 'Tiêu chí bị điểm 0',
  zeroNone: 'Không có tiêu chí nào bị điểm 0.',
  zeroText: 'Chỉ cần một tiêu chí bị điểm 0 là chưa đủ điều kiện, dù tổng điểm cao đến đâu.',
  provisionalTitle: 'Quy tắc tạm tính',
  provisionalText:
    'Điểm của {{n}} chỉ tiêu dựa vào quy tắc tạm tính, chưa đối chiếu với {{legalBasis}}: {{indicators}}. Phiếu chấm điểm ghi rõ điều này và giấy công nhận mang chữ “DỰ THẢO”.',
  provisionalMaximum: 'Điểm tối đa của tiêu chí {{criteria}} cũng là số tạm tính.',
  provisionalNone: 'Không có quy tắc tạm tính nào trong phiếu này.',
  verdictTitle: 'Kết luận',
  finaliseTitle: 'Chốt phiếu',
  finalise: 'Chốt phiếu',
  finaliseReady: 'Phiếu đã đủ số liệu và đã lưu, có thể chốt.',
  finaliseBlocked: {
    incomplete: 'Chưa chốt được vì còn thiếu số liệu.',
    refused: 'Chưa chốt được vì có số liệu bị từ chối.',
    longNote: 'Chưa chốt được vì có ghi chú quá dài, chưa được lưu.',
    unsaved: 'Chưa chốt được vì còn thay đổi chưa lưu.',
  },
  confirmTitle: 'Chốt phiếu của {{unit}}?',
  confirmText:
    'Sau khi chốt, số liệu, ghi chú và minh chứng không sửa được nữa. Kết quả được giữ cùng mã kiểm tra để biết phiếu có bị thay đổi hay không. Muốn sửa về sau thì phải mở lại phiếu và ghi lý do.',
  confirmVerdict: 'Kết luận khi chốt: {{verdict}}, {{total}}/{{max}} điểm.',
  confirm: 'Chốt phiếu này',
  cancel: 'Hủy',
  finalised: 'Phiếu đã chốt lúc {{at}}.',
  failed: 'Chưa chốt được phiếu',
} as const;
