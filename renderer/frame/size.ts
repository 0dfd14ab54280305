const kilobytes = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** "12,3 kB" for a size in bytes; a file that is not empty is never shown as one. */
export function sizeText(bytes: number): string {
  return `${kilobytes.format(bytes === 0 ? 0 : Math.max(bytes / 1_000, 0.1))} kB`;
}
