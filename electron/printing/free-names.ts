/** File names that one run has not used yet. */
import { extname } from 'node:path';

/** Two names that differ only in case count as one, as they do to Windows and macOS. */
export class FreeNames {
  readonly #taken = new Set<string>();

  /**
   * Takes names that belong together, such as those of one unit's documents: as they are or, where any of them is taken,
   * all with the same number behind (`…_2.pdf`). The same names in the same order are always given the same numbers.
   */
  take<Key extends string>(names: Readonly<Record<Key, string>>): Readonly<Record<Key, string>> {
    for (let copy = 1; ; copy += 1) {
      const numberedNames = mapped(names, (name) => numbered(name, copy));
      const keys = Object.values<string>(numberedNames).map((name) => name.toLowerCase());
      if (keys.some((key) => this.#taken.has(key))) continue;
      for (const key of keys) this.#taken.add(key);
      return numberedNames;
    }
  }
}

function mapped<Key extends string>(
  names: Readonly<Record<Key, string>>,
  change: (name: string) => string,
): Record<Key, string> {
  const entries = Object.entries<string>(names).map(([key, name]) => [key, change(name)]);
  return Object.fromEntries(entries) as Record<Key, string>;
}

function numbered(fileName: string, copy: number): string {
  if (copy === 1) return fileName;
  const extension = extname(fileName);
  return `${fileName.slice(0, fileName.length - extension.length)}_${copy}${extension}`;
}
