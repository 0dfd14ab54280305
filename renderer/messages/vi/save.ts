/** The texts about saving. */
export const save = {
  saved: 'Mọi thay đổi đã lưu lúc {{time}}',
  saving: 'Đang lưu…',
  waiting: 'Có thay đổi chưa lưu',
  refused: 'Có số liệu hoặc ghi chú bị từ chối, chưa lưu; phần còn lại đã lưu lúc {{time}}',
  failed: 'Chưa lưu được: {{message}} Thay đổi vẫn được giữ ở đây, sẽ thử lại.',
  retry: 'Thử lại ngay',
  conflict:
    '{{message}} Thay đổi của bạn chưa lưu được nhưng vẫn còn trên màn hình này. Hãy bấm “Tải bản đã lưu” để nhập lại các thay đổi đó vào bản đã lưu, hoặc bỏ chúng.',
  conflictWay: 'Hãy đóng hộp này rồi bấm “Tải bản đã lưu” ở đầu trang.',
  loadSaved: 'Tải bản đã lưu',
  loadSavedTitle: 'Tải bản đã lưu?',
  loadSavedText:
    'Bản đã lưu sẽ thay cho những gì đang thấy. Các thay đổi chưa lưu của bạn có thể được nhập lại vào bản đó: trong cùng một ô, số liệu hoặc ghi chú của bạn thay cho cái đã lưu, kể cả khi cửa sổ khác vừa ghi; số liệu mâu thuẫn với số liệu khác thì nằm lại trong ô để bạn sửa.',
  loadSavedKeepMine: 'Tải bản đã lưu rồi nhập lại thay đổi của tôi',
  replaced:
    'Đã nhập lại thay đổi của bạn, thay cho những gì đã lưu ở đây: {{what}}. Muốn giữ bản đã lưu thì bấm “Hoàn tác” ({{keys}}).',
  loadSavedConfirm: 'Bỏ thay đổi của tôi và tải bản đã lưu',
  finalMeanwhile:
    'Phiếu này đã được chốt ở nơi khác nên không nhập lại được. Hãy chép lại những gì cần giữ rồi chọn bỏ thay đổi và tải bản đã lưu',
  keep: 'Để sau',
} as const;
