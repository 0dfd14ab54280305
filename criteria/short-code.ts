/** Digits of the check code (mã kiểm tra) that are printed for people to compare. */
export const shortCodeDigits = 16;

/** The check code as it stands on paper: its first digits in fours. */
export function shortCode(sha256: string): string {
  return (sha256.slice(0, shortCodeDigits).match(/.{4}/g) ?? []).join(' ');
}
