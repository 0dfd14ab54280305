/** What the host says about files, disks and backups: the Vietnamese sentence, and it in English. */
export const store = {
  'Không ghi được vào thư mục dữ liệu. {1}': 'The data folder could not be written to. {1}',
  'ứng dụng trên máy tính': 'the desktop application',
  'bản mở bằng trình duyệt': 'the program opened in a browser',
  'từ {1} ngày {2}': 'since {1} on {2}',
  '{1}, tiến trình {2}': '{1}, process {2}',
  'Tệp khóa của lần chạy trước bị hỏng (thường do mất điện) và đã được thay.':
    'The lock file of the last run was damaged (usually by a power cut) and was replaced.',
  'Lần chạy trước ({1}, {2}) không được đóng bình thường; khóa cũ của nó trên thư mục dữ liệu đã được thay.':
    'The last run ({1}, {2}) was not closed as usual; its old lock on the data folder was replaced.',
  ', tại {1}': ', at {1}',
  'Chương trình đang chạy rồi trên thư mục dữ liệu này: {1}, {2}{3}.':
    'The program is already running on this data folder: {1}, {2}{3}.',
  'Cửa sổ của nó đã được đưa lên trước.': 'Its window was brought to the front.',
  'Địa chỉ để mở vừa được in trong cửa sổ dòng lệnh của nó.':
    'The address to open was just printed in its command line window.',
  'Thư mục dữ liệu này đang được máy “{1}” giữ ({2}, {3}), và từ máy này không biết được chương trình ở máy đó còn chạy hay không. Hãy đóng chương trình ở máy đó rồi mở lại ở đây.':
    'The machine “{1}” holds this data folder ({2}, {3}), and whether the program still runs there cannot be told from here. Close it on that machine, then open it here again.',
  'Chương trình đang giữ thư mục dữ liệu này ({1}, {2}) không trả lời. Hãy chờ một lát rồi mở lại, hoặc kết thúc tiến trình đó.':
    'The program that holds this data folder ({1}, {2}) does not answer. Wait a little and open it again, or end that process.',
  'Chưa khóa được thư mục dữ liệu, chương trình sẽ thử lại khi lưu. {1}.':
    'The data folder could not be locked; the program will try again on saving. {1}.',
  'Tệp chứa phiếu {1} dưới một tên khác, có thể là bản sao do OneDrive hay người dùng tạo; hãy xuất tệp ra để so sánh với phiếu đó':
    'The file holds the assessment {1} under another name, perhaps a copy made by OneDrive or a person; export it to compare it with that assessment',
  'Dữ liệu định dạng {1} sai cấu trúc': 'The data of format {1} has a wrong structure',
  'Dữ liệu sai ở {1}: {2}': 'The data is wrong at {1}: {2}',
  gốc: 'the root',
  'Không đọc được thư mục dữ liệu. {1}': 'The data folder could not be read. {1}',
  'Không ghi được vào ổ đĩa. {1}': 'The disk could not be written to. {1}',
  'Một chương trình khác đang dùng thư mục dữ liệu nên chưa ghi gì; hãy đóng chương trình đó rồi thử lại':
    'Another program is using the data folder, so nothing was written; close that program and try again',
  'Không tạo được thư mục dữ liệu. {1}': 'The data folder could not be created. {1}',
  'Tệp quá lớn, không phải tệp của chương trình': 'The file is too large to be one of the program',
  'Tên tệp không phải là tên của một phiếu đánh giá': 'The name of the file is not the name of an assessment',
  'Tệp vừa biến mất trong lúc đọc': 'The file vanished while it was read',
  'Tệp không còn trong thư mục dữ liệu, nhưng có bản dự phòng':
    'The file is no longer in the data folder, but there are backups',
  'Không đọc được thư mục dự phòng. {1}': 'The backup folder could not be read. {1}',
  '{1} đã có phiếu đánh giá năm {2}': '{1} already has an assessment of {2}',
  'Phiếu này đã có bản dự phòng nhưng tệp của phiếu không còn; hãy khôi phục ở “Sao lưu và khôi phục” rồi sửa tiếp':
    'This assessment has backups but its file is gone; restore it in “Backup and recovery”, then go on',
  'Phiếu này nay đã đọc được; hãy tải lại rồi so sánh trước khi khôi phục':
    'This assessment can be read now; read it again and compare before restoring',
  'Bản dự phòng này không còn': 'This backup is no longer there',
  'Bản dự phòng này': 'This backup',
  'Không có phiếu đánh giá {1} trên máy này': 'There is no assessment {1} on this machine',
  'Tệp của phiếu {1} không còn trong thư mục dữ liệu, nhưng có bản dự phòng; hãy mở “Sao lưu và khôi phục”':
    'The file of the assessment {1} is no longer in the data folder, but there are backups; open “Backup and recovery”',
  'Không dùng được thư mục sao lưu thứ hai {1}. {2}': 'The second backup folder {1} cannot be used. {2}',
  'Không đọc được bản dự phòng của phiếu {1} nên chưa biết phiếu có phải là bản lưu gần nhất. {2}':
    'The backups of the assessment {1} could not be read, so whether it is the latest state is not known. {2}',
  'Chưa tạo được bản dự phòng nên chưa làm gì. {1}': 'No backup could be made, so nothing was done. {1}',
  'Chưa chép được dữ liệu trước khi dùng phiên bản {1} của chương trình. {2}':
    'The data could not be copied before version {1} of the program used it. {2}',
  'Chưa chọn thư mục sao lưu thứ hai': 'No second backup folder was chosen',
  'Chưa chép được phiếu {1} vào thư mục thứ hai. {2}':
    'The assessment {1} could not be copied to the second folder. {2}',
  'Chưa tạo được bản dự phòng của phiếu {1}.': 'No backup of the assessment {1} could be made.',
  'Chưa chép được phiếu {1} vào thư mục thứ hai.':
    'The assessment {1} could not be copied to the second folder.',
  'Tệp vừa đọc lại bị hỏng: {1}': 'The file that was read back is damaged: {1}',
  'Ổ đĩa trả lại khác với những gì vừa ghi; hãy thay ổ đĩa':
    'The disk gives back something other than what was written; replace it',
  'phiên bản này không đọc được; hãy cập nhật chương trình':
    'this version cannot read it; update the program',
  'chỉ để xem; hãy cập nhật chương trình để sửa': 'it can only be viewed; update the program to change it',
  'Tệp do phiên bản mới hơn của chương trình ghi (định dạng {1}) nên {2}':
    'The file was written by a newer version of the program (format {1}), so {2}',
  'Nội dung lồng nhau quá sâu, không phải tệp của chương trình':
    'The content is nested too deeply to be a file of the program',
  'Nội dung không phải là dữ liệu của chương trình': 'The content is not data of the program',
  'Số phiên bản trong tệp đã hỏng': 'The version number in the file is damaged',
  'Nội dung không khớp mã kiểm tra: tệp đã hỏng hoặc bị sửa ngoài chương trình':
    'The content does not match its checksum: the file is damaged or was changed outside the program',
  'Tệp rỗng': 'The file is empty',
  'Không đọc được nội dung JSON của tệp': 'The JSON content of the file could not be read',
  'Không giữ được tệp minh chứng. {1}': 'The file of evidence could not be kept. {1}',
  'Không đọc được tệp minh chứng. {1}': 'The file of evidence could not be read. {1}',
  'Chưa chép được {1} tệp minh chứng vào thư mục thứ hai. {2}':
    'Files of evidence not copied to the second folder: {1}. {2}',
  'Tệp không còn trên máy này': 'The file is no longer on this machine',
  'Tệp đã bị thay đổi từ khi đính kèm': 'The file was changed since it was attached',
  'Ổ đĩa đã đầy; hãy giải phóng dung lượng ({1})': 'The disk is full; free some space ({1})',
  'Ổ đĩa chỉ cho đọc; hãy gạt khóa chống ghi hoặc dùng ổ đĩa khác ({1})':
    'The disk is read-only; release its write protection or use another one ({1})',
  'Thư mục chỉ cho đọc, hoặc tệp đang bị chương trình khác giữ (diệt vi-rút, OneDrive); hãy cấp quyền ghi hoặc đóng chương trình đó ({1})':
    'The folder is read-only, or another program holds the file (antivirus, OneDrive); allow writing or close that program ({1})',
  'Tệp đang bị chương trình khác giữ; hãy đóng chương trình đó ({1})':
    'Another program holds the file; close that program ({1})',
  'Thư mục hoặc tệp không còn ở chỗ cũ; hãy cắm lại ổ đĩa hoặc trả về chỗ cũ':
    'The folder or file is no longer where it was; plug the drive in again or put it back',
  'Ổ đĩa không còn kết nối; hãy cắm lại ổ đĩa ({1})':
    'The drive is no longer connected; plug it in again ({1})',
  'Ổ đĩa gặp lỗi đọc ghi; hãy sao chép dữ liệu sang ổ đĩa khác sớm ({1})':
    'The disk has read or write errors; copy the data to another disk soon ({1})',
  'Chỗ của thư mục đang là một tệp; hãy dời tệp đó đi nơi khác rồi thử lại ({1})':
    'There is a file in the place of the folder; move that file elsewhere and try again ({1})',
  'Chỗ của tệp đang là một thư mục ({1})': 'There is a folder in the place of the file ({1})',
  'Đường dẫn quá dài; hãy dùng một thư mục có đường dẫn ngắn hơn ({1})':
    'The path is too long; use a folder with a shorter path ({1})',
  'Máy đang mở quá nhiều tệp; hãy đóng bớt chương trình ({1})':
    'Too many files are open on this machine; close some programs ({1})',
  'Lỗi chưa rõ': 'The fault is unknown',
  'Hệ điều hành báo lỗi {1}': 'The operating system reports {1}',
  'Tệp của phiếu {1}': 'The file of the assessment {1}',
  '{1} bị hỏng và được giữ nguyên: {2}': '{1} is damaged and kept as it is: {2}',
  'Không đọc được phiếu {1}. {2}': 'The assessment {1} could not be read. {2}',
  'Phiếu này vừa được lấy lại từ bản dự phòng': 'This assessment was just brought back from a backup',
  'Phiếu này vừa được sửa ở một cửa sổ khác': 'This assessment was just changed in another window',
  'Phiếu đã chốt; hãy mở lại phiếu trước khi khôi phục bản dự phòng':
    'The assessment is final; reopen it before restoring a backup',
  'Bản dự phòng theo bộ tiêu chí "{1}" bản {2}, khác với phiếu hiện nay; {3}':
    'The backup goes by version {2} of the criteria set "{1}", unlike the assessment now; {3}',
  'hãy chuyển phiếu về bản đó ở trang “Bộ tiêu chí” rồi khôi phục':
    'move the assessment back to that version on the page “Criteria sets”, then restore',
  'hãy khôi phục bản dự phòng mới nhất trước, chuyển phiếu sang bản đó ở trang “Bộ tiêu chí”, rồi khôi phục bản này':
    'restore the newest backup first, move the assessment to that version on the page “Criteria sets”, then restore this one',
  'Hãy ghi đường dẫn đầy đủ, ví dụ E:\\SaoLuu': 'Write the whole path, for example E:\\SaoLuu',
  'Thư mục này nằm trong thư mục dữ liệu; hãy chọn một chỗ khác, tốt nhất là ở một ổ đĩa khác':
    'This folder lies inside the data folder; choose another place, best on another drive',
  'Không có thư mục này; hãy kiểm tra lại đường dẫn, tạo thư mục hoặc cắm ổ đĩa':
    'There is no such folder; check the path, create the folder or plug the drive in',
  'Không ghi được vào thư mục này. {1}': 'This folder could not be written to. {1}',
  'Nội dung không phải là cài đặt của chương trình': 'The content is not settings of the program',
  'hãy chọn lại thư mục sao lưu thứ hai hoặc chọn không dùng':
    'choose the second backup folder again, or to use none',
  'hãy nhập lại cơ quan ban hành': 'enter the issuing office again',
  'Tệp cài đặt bị hỏng và được giữ riêng; {1}': 'The settings file was damaged and is kept apart; {1}',
  'Tệp cài đặt bị hỏng nên không còn biết cơ quan ban hành; hãy mở “Cơ quan ban hành”, nhập lại và lưu rồi in':
    'The settings file was damaged, so the issuing office is not known; open “Issuing office”, enter it again and save, then print',
  'Tệp cài đặt do phiên bản mới hơn của chương trình ghi nên không dùng và không sửa được; hãy cập nhật chương trình':
    'The settings file was written by a newer version of the program and can neither be used nor changed; update the program',
  'Không đọc được tệp cài đặt. {1}': 'The settings file could not be read. {1}',
  'Không ghi được tệp cài đặt': 'The settings file could not be written',
  'Không ghi được tệp cài đặt. {1}': 'The settings file could not be written. {1}',
  'Tệp chứa nội dung của tệp {1}; hãy dời tệp này ra khỏi thư mục dữ liệu':
    'The file holds what belongs in the file {1}; move it out of the data folder',
  '{1}. Hãy nhập lại tệp của bộ tiêu chí này ở trang “Bộ tiêu chí”':
    '{1}. Import the file of this criteria set again on the page “Criteria sets”',
  'Chưa cất riêng được tệp {1} bị hỏng. {2}': 'The damaged file {1} could not be put apart. {2}',
  'Trong thư mục thứ hai có nội dung khác, hoặc việc đối chiếu khác, dưới cùng mã và số bản; máy này giữ và dùng bản trong thư mục dữ liệu, không ghi đè bản kia. Nếu bản kia của một máy khác, hãy xuất bộ tiêu chí ở máy đó rồi nhập vào máy này, và chọn cho mỗi máy một thư mục thứ hai riêng':
    'The second folder holds other content, or other confirmations, under the same id and version; this machine keeps and uses what is in the data folder and does not overwrite the other. If that is of another machine, export the criteria set there and import it here, and choose a second folder of its own for each machine',
  'Bản dự phòng ghi việc đối chiếu khác với tệp nên được giữ riêng trong thư mục “damaged”; chương trình vẫn dùng tệp. Hãy đối chiếu lại những quy tắc còn thiếu':
    'The backup records other confirmations than the file and is kept apart in the folder “damaged”; the file is still used. Confirm the missing rules again',
  'Trên máy này đã có bộ tiêu chí "{1}" bản {2} nên không ghi đè':
    'This machine already has version {2} of the criteria set "{1}", so nothing was overwritten',
  'Việc đối chiếu bộ tiêu chí này vừa được ghi thêm ở một cửa sổ khác; hãy tải lại rồi thử lại':
    'More of this criteria set was just confirmed in another window; read it again and try again',
  'Đã có một bản soạn của bộ tiêu chí "{1}"; hãy soạn tiếp bản đó':
    'There already is a draft of the criteria set "{1}"; go on with that one',
  'Bản soạn này vừa được sửa ở một cửa sổ khác; hãy tải lại rồi soạn tiếp':
    'This draft was just changed in another window; read it again, then go on',
  'Bản soạn này không còn; có thể nó đã được chấp nhận hoặc bỏ ở một cửa sổ khác':
    'This draft is no longer there; it may have been accepted or given up in another window',
  'Chưa cất được bản soạn. {1}': 'The draft could not be put away. {1}',
  'Không đọc được thư mục các bộ tiêu chí. {1}': 'The folder of criteria sets could not be read. {1}',
  'Tên tệp không phải là tên của một bộ tiêu chí; hãy dời tệp này đi nơi khác':
    'The name of the file is not the name of a criteria set; move it elsewhere',
  'Không đọc được tệp. {1}': 'The file could not be read. {1}',
  'Không dùng được tệp {1}. {2}': 'The file {1} cannot be used. {2}',
  'Tệp bị hỏng và được giữ nguyên: {1}': 'The file is damaged and kept as it is: {1}',
  'Không ghi được tệp {1}. {2}': 'The file {1} could not be written. {2}',
  'Chưa ghi tệp {1} vì sau này sẽ không đọc lại được: {2}':
    'The file {1} was not written, because it could not be read again: {2}',
  'Chưa tạo được bản dự phòng của tệp {1}. {2}': 'No backup of the file {1} could be made. {2}',
  'Chưa chép được tệp {1} vào thư mục thứ hai. {2}':
    'The file {1} could not be copied to the second folder. {2}',
  'Tệp không dùng được; đang dùng bản dự phòng vì chưa ghi lại được. {1}':
    'The file cannot be used; its backup is used, because it could not be written again. {1}',
  'Tệp không phải là bản được ghi gần nhất nên được giữ riêng; bản dự phòng mới hơn đã thay vào chỗ của nó':
    'The file was not what was written last and is kept apart; the newer backup has taken its place',
  'Tệp bị hỏng và được giữ riêng; bản dự phòng mới nhất đã thay vào chỗ của nó':
    'The file was damaged and is kept apart; the newest backup has taken its place',
  'Tệp không còn trong thư mục dữ liệu; bản dự phòng mới nhất đã được đưa vào chỗ của nó':
    'The file was no longer in the data folder; the newest backup was put in its place',
} as const;
