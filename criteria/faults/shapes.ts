/** How ids and rates of a criteria set are written, in the words of a fault. */

export const idForm =
  'Mã chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch ngang và gạch dưới, bắt đầu bằng chữ hoặc số, tối đa 64 ký tự, và không được là "constructor"';
export const rateForm =
  'Tỷ lệ viết bằng chữ số, dấu thập phân là dấu chấm, tối đa 6 chữ số nguyên và 4 chữ số lẻ (98 hoặc 0.5)';
