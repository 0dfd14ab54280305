/** What is said of the faults of a criteria set: in Vietnamese, and it in English. */
export const setFaults = {
  'Mã chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch ngang và gạch dưới, bắt đầu bằng chữ hoặc số, tối đa 64 ký tự, và không được là "constructor"':
    'An id has lower-case letters without marks, digits, dots, dashes and underscores, begins with a letter or digit, has at most 64 characters, and must not be "constructor"',
  'Tỷ lệ viết bằng chữ số, dấu thập phân là dấu chấm, tối đa 6 chữ số nguyên và 4 chữ số lẻ (98 hoặc 0.5)':
    'A rate is written in digits with a dot, at most 6 before and 4 behind it (98 or 0.5)',
  'Mã "{1}" đã dùng ở {2}': 'The id "{1}" is used already at {2}',
  'Không có số liệu "{1}" trong danh sách facts': 'The list of facts has no "{1}"',
  'Tử số và mẫu số không được là cùng một số liệu': 'Numerator and denominator must not be the same fact',
  'Chỉ nhắc ghi chú cho số 0 ở chỉ tiêu mà tỷ lệ càng thấp càng tốt':
    'A zero can ask for a note only where the lower rate is the better one',
  'Không có loại đơn vị "{1}" trong danh sách unitClasses': 'The list of unitClasses has no "{1}"',
  'Loại đơn vị "{1}" có hai bảng mức điểm': 'The unit class "{1}" has two tables of bands',
  'Không chỉ tiêu nào dùng số liệu "{1}"': 'No indicator uses the fact "{1}"',
  'Không có loại hình "{1}" trong danh sách unitTypes': 'The list of unitTypes has no "{1}"',
  'Ngưỡng {1} vượt tổng điểm {2}': 'The threshold {1} is above the total of {2}',
  'Không loại đơn vị nào nhận loại hình "{1}"': 'No unit class takes the unit type "{1}"',
  'Không có nguồn "{1}" trong danh sách sources': 'The sources do not describe "{1}"',
  'Người đối chiếu và ngày đối chiếu phải đi cùng nhau': 'Who confirmed a rule and on which day go together',
  'Điều khoản đã đọc phải đi cùng người và ngày đối chiếu':
    'The article that was read goes together with who read it and on which day',
  'Quy tắc tạm tính thì chưa có người đối chiếu': 'A provisional rule has been confirmed by nobody yet',
  'Quy tắc đã đối chiếu phải có nguồn là chính văn bản (kind "text"), hoặc ghi người và ngày đối chiếu':
    'A confirmed rule needs the text itself as a source (kind "text"), or somebody who confirmed it and the day',
  'Ngày kết thúc {1} trước ngày bắt đầu': 'The last day {1} is before the first one',
  'Loại hình "{1}" không có ngày nào cùng hiệu lực với loại đơn vị này':
    'The unit type "{1}" is in force on no day on which this unit class is',
  'Không liền với thẩm quyền tiếp theo (từ {1})':
    'The next authority does not follow the day after (from {1})',
  'Năm {1} không sau năm {2} đứng trước': 'The year {1} is not after {2}, which stands before it',
  'Chữ có dấu chưa ở dạng Unicode dựng sẵn (NFC); hãy gõ lại đoạn chữ này':
    'Letters with marks are not composed Unicode (NFC); type this text again',
  'Có ký tự không nhìn thấy hoặc không in được; hãy gõ lại đoạn chữ này':
    'There are characters that cannot be seen or printed; type this text again',
  'Điểm tối đa của tiêu chí là {1} nhưng các chỉ tiêu cộng lại là {2}':
    'The criterion has {1} points but its indicators add up to {2}',
  'Tổng điểm là {1} nhưng các tiêu chí cộng lại là {2}': 'The total is {1} but the criteria add up to {2}',
  'Mức {1} vượt cơ số {2}': 'The rate {1} is above the base of {2}',
  'Dấu phải là "{1}" theo chiều tốt của chỉ tiêu':
    'The sign must be "{1}", the way in which the indicator gets better',
  'Dấu "=" chỉ dùng cho mức tốt nhất ({1}), nếu không sẽ hở khoảng giữa các mức':
    '"=" serves for the best rate ({1}) only, or there would be a gap between the bands',
  'Mức {1} nhận mọi tỷ lệ, mức còn lại không bao giờ dùng đến':
    'The rate {1} takes every rate, so that the rest of the table never counts',
  'Mức đầu phải bằng điểm tối đa {1} của chỉ tiêu, đang là {2}':
    'The first band must give the {1} points of the indicator, and gives {2}',
  'Mức {1} không theo thứ tự sau mức {2}': 'The rate {1} is out of order after {2}',
  'Điểm {1} không thấp hơn mức trên ({2})':
    'The points, {1}, are not fewer than those of the band above ({2})',
  'Mức còn lại phải ít điểm hơn mức cuối cùng của bảng':
    'The rest must give fewer points than the last band of the table',
};
