/** Vietnamese text as a search sees it: without marks, tone placement, case, punctuation or Unicode form. */

/** One word, with what its marks say kept apart so that they can still be compared. */
export interface Word {
  /** Without any mark, `đ` as `d`: "hong" for "Hồng". */
  readonly bare: string;
  /** With the marks that make letters, without the tone: "hông" for "Hồng". */
  readonly letters: string;
  /** The tone, wherever in the word it was written: the same for "hoà" and "hòa", empty for "hong". */
  readonly tone: string;
}

const apostrophes = /['’‘ʼ`´]/gu;
const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** The words of a text. An apostrophe joins (M'Drắk is one word); anything else that is not a letter or digit parts. */
export function wordsOf(text: string): readonly Word[] {
  const written = text.replace(apostrophes, '').normalize('NFD').toLowerCase().match(wordPattern) ?? [];
  return written
    .map((word) => ({
      bare: word.replace(/\p{M}/gu, '').replaceAll('đ', 'd'),
      letters: word.replace(tones, '').normalize('NFC'),
      tone: word.match(tones)?.join('') ?? '',
    }))
    .filter(({ bare }) => bare !== '');
}

/** The whole text without marks, its words parted by single spaces: "ha dong" for "Hà  Đông". */
export function fold(text: string): string {
  return wordsOf(text)
    .map(({ bare }) => bare)
    .join(' ');
}

/** True when the word carries any mark, so that whoever typed it meant those marks. */
export function isMarked(word: Word): boolean {
  return word.tone !== '' || word.letters !== word.bare;
}
