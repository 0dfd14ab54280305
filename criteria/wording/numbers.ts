/** Numbers as they are written in Vietnam (1.234,5), in whatever language the sentence around them is. */
const wholeNumber = new Intl.NumberFormat('vi-VN');

/** A whole number with Vietnamese separators: 1.204. */
export function numberText(value: number): string {
  return wholeNumber.format(value);
}

/** Hundredths with no more digits than they need: "97,99", "0,5", "98". */
export function hundredthsText(hundredths: number): string {
  const whole = Math.floor(hundredths / 100);
  const fraction = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return fraction ? `${numberText(whole)},${fraction}` : numberText(whole);
}

/** A decimal of a criteria set: "0,5" for "0.5". */
export function decimalText(decimal: string): string {
  const [whole = '0', fraction] = decimal.split('.');
  const shown = numberText(Number(whole));
  return fraction ? `${shown},${fraction}` : shown;
}

/** A label in the middle of a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
