/** What the host says about assessments, evidence, documents and printing: in Vietnamese, and it in English. */
export const service = {
  'Đường dẫn có chỗ xuống dòng hoặc ký tự không nhìn thấy được; hãy gõ lại đường dẫn của thư mục':
    'The path has a line break or characters that cannot be seen; type the path of the folder again',
  'Hãy ghi đường dẫn đầy đủ của thư mục, ví dụ D:\\InPhieu':
    'Write the whole path of the folder, for example D:\\InPhieu',
  'Thư mục này nằm trong thư mục dữ liệu của chương trình; hãy chọn một thư mục khác để in vào':
    'This folder lies inside the data folder of the program; choose another folder to print to',
  'Đường dẫn quá dài; hãy chọn thư mục có đường dẫn ngắn hơn, ví dụ D:\\InPhieu':
    'The path is too long; choose a folder with a shorter path, for example D:\\InPhieu',
  'Không tạo được thư mục này; hãy kiểm tra lại đường dẫn hoặc cắm ổ đĩa':
    'This folder could not be created; check the path or plug the drive in',
  'Thư mục này không dùng được để in vào; hãy kiểm tra lại đường dẫn hoặc chọn thư mục khác':
    'This folder cannot be printed to; check the path or choose another folder',
  'Không dùng được thư mục này. {1}': 'This folder cannot be used. {1}',
  'Đã dừng, còn {1} tài liệu chưa in. {2}': 'Stopped; documents not printed yet: {1}. {2}',
  'Tệp trong thư mục đã đủ nội dung, nhưng ổ đĩa chưa xác nhận là đã giữ chắc. {1}':
    'The file in the folder is whole, but the disk has not confirmed that it is kept. {1}',
  'Chưa gộp được. {1}': 'The merged file could not be made. {1}',
  'Chương trình gặp lỗi khi tạo tài liệu; hãy in lại':
    'The program met a fault while making the document; print it again',
  'Tệp cũ trong thư mục không còn đúng nhưng chưa bỏ được; hãy tự xóa tệp đó. {1}':
    'The old file in the folder no longer holds but could not be removed; delete it yourself. {1}',
  'Danh sách tổng hợp': 'The district summary',
  'Phiếu của {1}': 'The assessment of {1}',
  '{1} đã thay đổi sau khi in, nên tệp gộp sẽ không khớp với các tệp đã in; hãy thử lại':
    '{1} has changed after it was printed, so the merged file would not agree with what was printed; try again',
  'Tệp này quá lâu hoặc quá lớn để đọc nên không kiểm tra được':
    'This file takes too long or is too large to read, so it could not be checked',
  'Bộ tiêu chí không có loại đơn vị "{1}"': 'The criteria set has no unit class "{1}"',
  'Bộ tiêu chí không hỏi “{1}” như vậy': 'The criteria set does not ask “{1}” in this way',
  'Năm {1} không phải là năm trước của phiếu năm {2}':
    'The year {1} is not before that of the assessment, {2}',
  'Phiếu chưa chốt nên không cần mở lại': 'The assessment is not final, so there is no need to reopen it',
  'Bộ tiêu chí không có chỉ tiêu "{1}"': 'The criteria set has no indicator "{1}"',
  'Phiếu đã chốt, không sửa được. Hãy mở lại phiếu nếu cần sửa':
    'The assessment is final and cannot be changed. Reopen it if it has to be',
  'Hãy chọn ít nhất một loại tài liệu và một đơn vị để in':
    'Choose at least one kind of document and one unit to print',
  'Năm {1} chưa có phiếu nào để in; hãy chọn năm khác':
    'There are no assessments of {1} to print; choose another year',
  'Chưa in loạt nào để dừng': 'Nothing is being printed that could be stopped',
  'Không còn tài liệu nào để in lại': 'There is no document left to print again',
  'Đang in một loạt khác; hãy đợi in xong hoặc dừng loạt đó':
    'Other documents are being printed; wait until that is done, or stop it',
  'Phiếu {1} không thuộc năm {2}': 'The assessment {1} does not belong to {2}',
  'Phiếu {1} ghi giờ lưu {2}, muộn hơn đồng hồ của máy ({3}); hãy kiểm tra ngày giờ của máy. Số liệu và thứ tự các bản dự phòng không bị ảnh hưởng':
    'The assessment of {1} was saved at {2}, later than the clock of this machine ({3}); check the date and time of the machine. Figures and the order of backups are not affected',
  'Theo bộ tiêu chí, loại đơn vị "{1}" không dành cho loại hình "{2}"':
    'By the criteria set the unit class "{1}" is not for the unit type "{2}"',
  'Phiếu đã theo đúng bản này của bộ tiêu chí nên không cần chuyển':
    'The assessment follows this version of the criteria already, so there is no need to move it',
  'Bộ tiêu chí không có loại hình đơn vị "{1}"': 'The criteria set has no unit type "{1}"',
  'Ngày đối chiếu không được sau hôm nay': 'The day on which it was read cannot be after today',
  'Sổ đối chiếu của bản này đã đầy; hãy ban hành một bản mới rồi đối chiếu tiếp ở đó':
    'The register of this version is full; publish a new version and go on confirming there',
  'Thời điểm ghi sau hôm nay; hãy xem lại đồng hồ của máy này và của máy đã xuất tệp':
    'It was entered after today; check the clocks of this machine and of the one that exported the file',
  'Quy tắc này chưa có ai đối chiếu nên không có gì để rút':
    'Nobody here has confirmed this rule, so there is nothing to take back',
  'Bộ tiêu chí không có quy tắc "{1}"': 'The criteria set has no rule "{1}"',
  'Chương trình không có bộ tiêu chí "{1}" bản {2}; hãy nhập tệp của bộ tiêu chí đó':
    'The program has no criteria set "{1}" version {2}; import the file of that set',
  'Không đọc được cài đặt nên không biết cơ quan đang dùng bộ tiêu chí nào; hãy mở “Bộ tiêu chí” rồi chọn lại':
    'The settings could not be read, so it is not known which criteria the office uses; open “Criteria” and choose again',
  'Chương trình không có bộ tiêu chí "{1}"': 'The program has no criteria set "{1}"',
  'Đây là bộ tiêu chí ví dụ, chỉ để tập dượt; không lập phiếu đánh giá theo bộ này được':
    'This is an example set, to practise with only; nothing can be assessed by it',
  'Tệp không phải là JSON đúng dạng: sai ở dòng {1}, cột {2}':
    'The file is not well-formed JSON: it is wrong in line {1}, column {2}',
  'Mục này được viết hai lần; hãy bỏ bớt một': 'This entry is written twice; take one of them out',
  'Trên máy này đã có bộ tiêu chí mang mã "{1}"; hãy chọn mã khác':
    'There is a criteria set with the id "{1}" on this machine already; choose another id',
  'Không có bản soạn nào của bộ tiêu chí "{1}"; nếu bản soạn vừa được ban hành thì bản mới có trong danh sách các bộ tiêu chí':
    'There is no draft of the criteria set "{1}"; if it was just published, the new version is in the list of criteria sets',
  'Đã ban hành bản {1} nhưng chưa đưa vào sử dụng được. Hãy chọn dùng bản này ở trang “Bộ tiêu chí”. {2}':
    'Version {1} was published, but it could not be put to use. Choose to use it on the page “Criteria sets”. {2}',
  'Bộ tiêu chí "{1}" đã dùng hết các số bản; hãy soạn một bộ tiêu chí mới mang mã khác':
    'The criteria set "{1}" has used up its version numbers; write a new set with another id',
  'Không đổi được mã và số bản của một bản soạn': 'The id and the version of a draft cannot be changed',
  'Bản soạn chưa sửa gì so với bản trước nên không ban hành được':
    'The draft changes nothing of the version before, so it cannot be published',
  'Bộ tiêu chí còn {1} lỗi, trước hết: {2}': 'Faults in the criteria set: {1}; the first: {2}',
  'Tệp quá lớn, không thể là một bộ tiêu chí': 'The file is too large to be a criteria set',
  'Tệp không phải là chữ mã hóa UTF-8; hãy mở tệp bằng trình soạn thảo rồi lưu lại ở dạng UTF-8':
    'The file is no text in UTF-8; open it in an editor and save it again as UTF-8',
  'Không hiểu được nội dung tệp; tệp không phải là một bộ tiêu chí':
    'What the file holds cannot be understood; it is no criteria set',
  'Tệp đã hỏng hoặc bị sửa sau khi xuất. Nếu chủ ý sửa bằng tay, hãy chép riêng phần “set” trong “published” ra một tệp rồi nhập tệp đó':
    'The file was damaged or changed after it was exported. If you mean to change it by hand, copy the part “set” inside “published” to a file of its own and import that',
  'Tệp có {1} lỗi nên chưa nhập, trước hết: {2}':
    'The file was not imported because of its faults: {1}; the first: {2}',
  'Huyện mẫu không khớp với bộ tiêu chí "{1}" bản {2}, vì bản này không còn hỏi những số liệu đó; hãy dùng bản khác rồi tải lại':
    'The sample district does not fit the criteria "{1}" version {2}, which do not ask for its figures any more; use another version and load it again',
  'Chương trình gặp lỗi khi thực hiện việc này. Dữ liệu đã lưu không đổi':
    'The program met a fault while doing this. Saved data has not changed',
  'Phiếu chưa chốt nên chưa thể in giấy công nhận':
    'The assessment is not final, so no certificate can be printed yet',
  'Không thể in giấy công nhận: kết luận của phiếu là “{1}”':
    'No certificate can be printed: the verdict of the assessment is “{1}”',
  'Đủ điều kiện': 'Eligible',
  'Chưa đủ điều kiện': 'Not eligible',
  'Chưa đủ số liệu': 'Figures missing',
  'Còn {1} chỉ tiêu chưa đủ số liệu: {2}': 'Indicators that lack figures ({1}): {2}',
  'Phiếu chưa có minh chứng nào nên không có phụ lục minh chứng':
    'The assessment has no evidence, so there is no evidence appendix',
  'Quá nhiều ảnh minh chứng để gộp vào một tệp; hãy in từ các tệp riêng, hoặc gộp ít xã, phường hơn mỗi lần':
    'There are too many photos of evidence for one merged file; print from the single files, or merge fewer communes at a time',
  'Lịch sử sửa đổi của phiếu quá dài nên không ghi thêm được; hãy báo cho người phụ trách chương trình':
    'The history of the assessment is too long to add to; tell whoever looks after the program',
  'Bản thu nhỏ của ảnh không phải là tệp JPEG': 'The smaller copy of the photo is no JPEG file',
  'Tệp minh chứng có mã SHA-256 bắt đầu bằng {1}': 'The file of evidence whose SHA-256 begins with {1}',
  'hãy đính lại tệp gốc, hoặc cắm ổ đĩa có thư mục sao lưu thứ hai rồi mở lại':
    'attach the original again, or plug in the drive with the second backup folder and open it again',
  '{1} không còn trong thư mục dữ liệu; {2}': '{1} is no longer in the data folder; {2}',
  '{1} đã bị hỏng hoặc bị sửa từ khi đính kèm; {2}': '{1} was damaged or changed since it was attached; {2}',
  'Tệp minh chứng “{1}” chưa có trong thư mục dữ liệu; hãy đính lại tệp này':
    'The file of evidence “{1}” is not in the data folder yet; attach it again',
  'Cỡ hoặc loại ghi cho tệp minh chứng “{1}” không đúng với tệp đã đính; hãy đính lại tệp này':
    'The size or type given for the file of evidence “{1}” is not that of the attached file; attach it again',
  'Không đọc được một thư mục trong thư mục dữ liệu {1}. {2}':
    'A folder inside the data folder {1} could not be read. {2}',
  'Không đọc được thư mục các tệp hỏng. {1}': 'The folder of damaged files could not be read. {1}',
  'Không có tệp này': 'There is no such file',
  'Tệp minh chứng “{1}”: {2}': 'File of evidence “{1}”: {2}',
  'Tệp quá lớn để tải về từ đây; hãy chép tệp {1} bằng trình quản lý tệp':
    'The file is too large to be downloaded from here; copy {1} with the file manager',
  'Không còn tệp này': 'This file is no longer there',
  'Tên này là một lối tắt chứ không phải tệp của chương trình':
    'This name is a shortcut and no file of the program',
  'Dữ liệu gửi đến có một tên không được dùng': 'What was sent has a name that may not be used',
  'Không đọc được tệp. {1}': 'The file could not be read. {1}',
  'Không có bản dự phòng này': 'There is no such backup',
  'Bộ tiêu chí không có câu hỏi "{1}"': 'The criteria set has no question "{1}"',
  'Cần một số nguyên từ 0 trở lên': 'A whole number of 0 or more is needed',
  'Số liệu không được âm': 'A figure cannot be negative',
  'Số liệu quá lớn': 'The figure is too large',
  'Số liệu phải là số nguyên, không có phần lẻ': 'A figure must be whole, without a fraction',
  'Cần trả lời có (true) hoặc không (false)': 'The answer must be yes (true) or no (false)',
  'Có minh chứng trùng nhau': 'Some evidence is there twice',
  'Cần có chữ cái hoặc chữ số': 'A letter or digit is needed',
  'văn bản': 'a text',
  số: 'a number',
  'số nguyên': 'a whole number',
  'true hoặc false': 'true or false',
  'danh sách': 'a list',
  'một nhóm các mục có tên': 'a group of named entries',
  'Cần ngày có thật, viết dạng năm-tháng-ngày (2019-01-31)':
    'A real date is needed, as year-month-day (2019-01-31)',
  'Cần thời điểm có thật, viết theo ISO 8601': 'A real time is needed, by ISO 8601',
  'Không đúng dạng quy định': 'Not in the form that is asked for',
  'Thiếu mục này': 'This entry is missing',
  'Cần {1}': 'Needed: {1}',
  'Chỉ nhận: {1}': 'Only these are accepted: {1}',
  'Không được để trống': 'It cannot be left empty',
  'Cần từ {1} ký tự trở lên': 'At least {1} characters are needed',
  'Cần từ {1} mục trở lên': 'At least {1} entries are needed',
  'Cần từ {1} trở lên': 'At least {1} is needed',
  'Không được quá {1} ký tự': 'At most {1} characters',
  'Không được quá {1} mục': 'At most {1} entries',
  'Không được quá {1}': 'At most {1}',
  'Thừa mục {1}': 'The entry {1} does not belong here',
  'Mã không đúng dạng quy định': 'The code is not in the form that is asked for',
  'Nơi đã chọn nằm trong thư mục dữ liệu của chương trình; hãy lưu tệp vào một thư mục khác':
    'The chosen place lies in the data folder of the program; save the file to another folder',
  'Tên đã chọn đang là của một thư mục, một lối tắt hoặc một thiết bị, không phải của một tệp thường; hãy chọn tên khác':
    'The chosen name belongs to a folder, a link or a device, not to an ordinary file; choose another name',
  'Tệp đã chọn được đặt là chỉ đọc nên không ghi đè; hãy chọn tên khác, hoặc bỏ thuộc tính chỉ đọc của tệp đó':
    'The chosen file is set to read-only, so it was not overwritten; choose another name, or make the file writable',
  'Thư mục đã chọn không còn ở đó; hãy chọn thư mục khác ({1})':
    'The chosen folder is not there any more; choose another folder ({1})',
  'Không được phép ghi vào thư mục đã chọn; hãy chọn thư mục khác ({1})':
    'The chosen folder may not be written to; choose another folder ({1})',
  'Chưa có thư mục này': 'There is no such folder yet',
  'Việc này chỉ có trong ứng dụng trên máy tính': 'Only the desktop application can do this',
} as const;
