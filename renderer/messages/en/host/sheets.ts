/** What the host says about a printed scorecard: the Vietnamese sentence, and it in English. */
export const sheets = {
  'Các trang của tệp chưa so được; số liệu lấy từ phần đính kèm trong tệp, hãy đối chiếu với bản giấy đã ký, đóng dấu':
    'The pages of the file could not be compared; the figures come from what is attached inside it. Compare them with the signed and sealed paper',
  'Chỉ nhập được phiếu còn nguyên như chương trình đã in':
    'Only a scorecard that is as the program printed it can be taken over',
  'Trên máy vừa có phiếu của đơn vị này; hãy kiểm tra lại trước khi nhập':
    'An assessment of this unit has just come to this machine; check again before taking over',
  'Theo tệp, đơn vị thuộc nhóm {1}; phiếu trên máy thuộc nhóm {2} và giữ nguyên như vậy, nên mức điểm cần đạt có thể khác với tệp':
    'By the file the unit is of the class {1}; the assessment on this machine has {2} and keeps it, so the minimum may differ from the file',
  'Theo tệp, đơn vị là loại {1}; phiếu trên máy ghi là loại {2} và giữ nguyên như vậy':
    'By the file the unit is of the type {1}; the assessment on this machine has {2} and keeps it',
  'Không lấy được {1} dòng minh chứng bỏ trống, trùng nhau hoặc quá {2} dòng một chỉ tiêu':
    'Lines of evidence not taken over, being empty, double or beyond {2} for one indicator: {1}',
  'Tệp có mã tự chạy hoặc biểu mẫu riêng, có thể hiện nội dung khác với các trang':
    'The file has code that runs by itself or a form of its own, and may show something other than its pages',
  'Tệp có phần bị khóa hoặc bị hỏng nên không kiểm tra được hết':
    'Parts of the file are locked or damaged, so not all of it could be checked',
  'Tệp có chỗ viết hai nghĩa, mỗi trình đọc có thể hiện một khác':
    'The file has ambiguous places that each viewer may show in its own way',
  'Tệp được đóng thành một bộ tệp, trình đọc có thể mở tệp khác thay cho các trang':
    'The file is a bundle of files; a viewer may open another file in place of its pages',
  'Tệp có chú thích, ô nhập hoặc liên kết được thêm vào, có trình đọc không hiện ra':
    'Annotations, fields or links were added to the file that some viewers do not show',
  'Tệp có lệnh vẽ mà chỉ một số trình đọc hoặc máy in làm theo':
    'The file has drawing commands that only some viewers or printers follow',
  'Khổ giấy, vùng hiển thị hoặc vùng in của tệp đã bị đổi, nên khi xem hay in có thể thấy khác':
    'The paper size, the shown or the printed area was changed, so it may look different when viewed or printed',
  'Tệp có trang bị giấu, có trình đọc hiện ra': 'The file has hidden pages that some viewers show',
  'Tệp có tệp đính kèm bị giấu hoặc bị tráo, có trình đọc đưa ra thay cho phiếu đánh giá':
    'The file has hidden or exchanged attachments that some viewers offer in place of the assessment',
  'Tệp còn kèm {1}, không phải do chương trình đính vào; đừng mở nếu không rõ ai đã thêm':
    'The file also holds {1}, not attached by the program; do not open it unless you know who added it',
  'khổ giấy, vùng hiển thị hoặc chiều của trang đã bị đổi':
    'the size, shown area or direction of the page was changed',
  'chữ hoặc hình được vẽ khác lúc in (nét chữ, cỡ, màu hoặc thứ tự)':
    'words or figures are drawn differently than printed (face, size, colour or order)',
  'có dòng chữ được thêm vào': 'a line was added',
  'thiếu một dòng chữ': 'a line is missing',
  'dòng chữ không còn đúng chỗ đã in': 'a line is no longer where it was printed',
  'dòng chữ khác với số liệu của phiếu': 'a line differs from the figures of the scorecard',
  'hình vẽ': 'a drawing',
  ảnh: 'a picture',
  'khung che': 'a mask',
  'nét vẽ lạ': 'a strange stroke',
  'có {1} được thêm vào': '{1} was added',
  'có {1} bị bỏ đi': '{1} was taken away',
  'Trang {1}: có chú thích, ô nhập hoặc liên kết được thêm vào':
    'Page {1}: annotations, fields or links were added',
  'Trang {1}: {2}': 'Page {1}: {2}',
  '{1} trang': '{1} pages',
  'Trên các trang chỉ tìm {1}, và đều thấy; những chỗ khác có thể đã bị sửa mà không biết được':
    'On the pages only {1} were looked for, and all were found; other places may have been changed unnoticed',
  'Trang {1}: trang bị hỏng, không đọc được': 'Page {1}: the page is damaged and could not be read',
  'Tệp bị cắt mất phần cuối': 'The end of the file was cut off',
  'Số trang của tệp khác lúc in': 'The file has another number of pages than when it was printed',
  'Tệp không còn đúng từng byte như lúc in: đã được một chương trình khác lưu lại, hoặc bị hỏng khi chép':
    'The file is no longer byte for byte what was printed: another program saved it, or it was damaged in copying',
  'Tệp đã được ký sau khi in; phần in ra ban đầu vẫn còn nguyên':
    'The file was signed after printing; what was printed is still whole',
  'Tệp có phần được nối thêm vào cuối sau khi in':
    'Something was added to the end of the file after printing',
  '{1}; các trang và số liệu không đổi': '{1}; pages and figures have not changed',
  'Tệp có {1} ô chữ ký số; chương trình không kiểm tra chữ ký số, hãy kiểm tra bằng phần mềm ký':
    'Digital signatures in the file: {1}; the program does not check them, use the signing software',
  'Tệp quá lớn, không thể là một phiếu chấm điểm': 'The file is too large to be a scorecard',
  'Tệp có {1} trang, không thể là một phiếu chấm điểm': 'The file has {1} pages and cannot be a scorecard',
  'Tệp có nhiều phiếu đánh giá đính kèm, không rõ phiếu nào là thật':
    'Several assessments are attached inside the file; which one is true is not known',
  'Tệp đính kèm trong PDF không phải là phiếu đánh giá của chương trình này':
    'What is attached inside the PDF is not an assessment of this program',
  'Phiếu do phiên bản mới hơn của chương trình in ra; hãy cập nhật chương trình rồi kiểm tra lại':
    'A newer version of the program printed the scorecard; update the program and check again',
  'Phiếu đánh giá đính kèm trong tệp đã bị sửa hoặc bị hỏng (sai mã bảo vệ)':
    'The assessment attached inside the file was changed or damaged (its checksum is wrong)',
  'Phiếu do phiên bản mới hơn của chương trình ({1}) in ra; hãy cập nhật chương trình rồi kiểm tra lại':
    'A newer version of the program ({1}) printed the scorecard; update the program and check again',
  'hãy xin tệp bộ tiêu chí của cơ quan đã in phiếu, nhập vào chương trình rồi kiểm tra lại, hoặc đối chiếu với bản giấy đã ký, đóng dấu':
    'Ask the office that printed it for its file of the criteria set, take that in and check again, or compare with the signed and sealed paper',
  'Chương trình không có bộ tiêu chí đã chấm phiếu này ("{1}" bản {2}), nên không tính lại được điểm và không so được các trang; {3}':
    'The program does not have the criteria set of this scorecard ("{1}" version {2}), so its points could not be worked out again nor its pages compared. {3}',
  'Bộ tiêu chí "{1}" bản {2} trên máy này khác lúc in phiếu (nơi in đã đối chiếu những quy tắc khác, hoặc dùng một bộ khác trùng tên), nên không tính lại được điểm và không so được các trang; {3}':
    'The criteria set "{1}" version {2} on this machine is not as it was when the scorecard was printed (other rules were confirmed there, or it is another set of the same name), so its points could not be worked out again nor its pages compared. {3}',
  'Phiếu do phiên bản cũ của chương trình ({1}) in ra, theo mẫu trình bày cũ, nên không so được các trang; hãy đối chiếu với bản giấy đã ký, đóng dấu':
    'An older version of the program ({1}) printed the scorecard in an older layout, so its pages could not be compared; compare it with the signed and sealed paper',
  'Còn {1} chỗ khác nữa không kể hết ở đây': 'Other places not listed here: {1}',
  'trong tệp không có phiếu đánh giá đính kèm nên không kiểm tra được':
    'no assessment is attached inside the file, so it could not be checked',
  'Các trang giống phiếu chấm điểm, nhưng {1}; tệp này có lẽ được in lại thành PDF từ chương trình khác, hãy dùng tệp gốc':
    'The pages look like a scorecard, but {1}; perhaps another program printed it to PDF again. Use the original file',
  'Tệp không có chữ, có lẽ là bản quét hoặc ảnh chụp, và {1}; hãy so mã kiểm tra in trên giấy với tệp gốc':
    'The file has no words, perhaps a scan or photo, and {1}; compare the check code on the paper with the original file',
  'Tệp không phải là phiếu chấm điểm của chương trình này: {1}':
    'The file is not a scorecard of this program: {1}',
  'Trên máy đã có phiếu đã chốt của đơn vị này; hãy mở lại phiếu đó trước khi nhập':
    'This machine has a final assessment of this unit; reopen it before taking figures over',
  'Trên máy đã có phiếu mang cùng mã đơn vị {1} nhưng của {2}, không phải {3}':
    'This machine has an assessment with the same unit code {1}, but of {2}, not {3}',
  'Phiếu trên máy theo một bộ tiêu chí khác với phiếu đem nhập':
    'The assessment on this machine goes by another criteria set than the scorecard',
  'Phiếu này in ra khi chưa chốt; chỉ phiếu đã chốt mới giữ được làm số liệu năm trước':
    'This scorecard was printed as a draft; only a final one can be kept as last year’s figures',
  'Trên máy đã có phiếu năm {1} của {2}; số liệu của phiếu đó được dùng làm số liệu năm trước':
    'This machine has the assessment of {1} of {2}; its figures are used as last year’s',
  'Phiếu này có dòng minh chứng bỏ trống, trùng nhau hoặc quá nhiều, không giữ được nguyên như đã in; chỉ nhập được làm phiếu nháp':
    'This scorecard has empty, double or too many lines of evidence and cannot be kept as printed; it can only be taken over as a draft',
  'Mã kiểm tra trong phiếu không khớp với nội dung của phiếu':
    'The check code in the scorecard does not match its content',
  'Bộ tiêu chí ghi trong phiếu không khớp với bộ tiêu chí đã tính điểm':
    'The criteria set named in the scorecard is not the one that its points were worked out by',
  '"{1}" bản {2}': '"{1}" version {2}',
  'Số liệu trong phiếu sai: {1}': 'The figures in the scorecard are wrong: {1}',
  'Bộ tiêu chí không có nhóm đơn vị "{1}" ghi trong phiếu':
    'The criteria set has no unit class "{1}" as the scorecard says',
  'Phần giải thích điểm trong phiếu không khớp với số liệu của phiếu':
    'The explanation of points in the scorecard does not match its figures',
  '{1} trong phiếu không khớp với số liệu của phiếu': '{1} in the scorecard does not match its figures',
  'Tổng điểm': 'The total',
  'Mức tối thiểu': 'The minimum',
  'Kết luận': 'The verdict',
  'Điểm của tiêu chí {1}': 'The points of criterion {1}',
  'Điểm của chỉ tiêu {1}': 'The points of indicator {1}',
  'chưa có': 'none yet',
  'Tệp không phải là PDF, hoặc đã hỏng hay bị cắt cụt nên không đọc được':
    'The file is no PDF, or damaged or cut short, and could not be read',
  'Tệp được khóa bằng mật khẩu nên không đọc được; hãy gỡ mật khẩu rồi kiểm tra lại':
    'The file is locked by a password and could not be read; remove the password and check again',
  'Trang {1}: ô chữ ký số che {2} đã in': 'Page {1}: a digital signature covers printed {2}',
  chữ: 'words',
  hình: 'drawings',
  'bị che': 'covered',
  'Trang {1}: có ô chữ ký số hiện trên trang kết quả, nơi không có chỗ ký':
    'Page {1}: a digital signature is shown on the page of results, where there is no place for one',
  'Trang {1} có ô chữ ký số hiện ngoài chỗ ký; những gì thấy trong ô không phải do chương trình in':
    'Page {1} shows a digital signature outside the place for it; what is seen in it was not printed by the program',
  'tên đơn vị, tổng điểm, kết luận, mã kiểm tra, các ghi chú và minh chứng':
    'the name of the unit, total, verdict, check code, notes and evidence',
  'tên đơn vị': 'the name of the unit',
  'tổng điểm': 'the total',
  'kết luận': 'the verdict',
  'mã kiểm tra': 'the check code',
  'ghi chú của chỉ tiêu {1}': 'the note on indicator {1}',
  'minh chứng của chỉ tiêu {1}': 'the evidence for indicator {1}',
  'Trên các trang không thấy {1}': 'Not found on the pages: {1}',
} as const;
