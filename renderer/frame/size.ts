const figures = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** "12,3 kB" for a size in bytes, "64 byte" below a tenth of that; a file that is not empty is never shown as one. */
export function sizeText(bytes: number): string {
  return bytes < 100 ? `${figures.format(bytes)} byte` : `${figures.format(bytes / 1_000)} kB`;
}
