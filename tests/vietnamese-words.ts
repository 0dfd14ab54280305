/** Words that between them carry every Vietnamese letter with every tone mark. */

const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const onsets = ['đ', 'ng', 'tr', 'kh', 'b', 's', 'v', 'Đ', 'x', 'l'];

export const vietnameseWords: readonly string[] = [
  ...vowels.flatMap((vowel, v) =>
    tones.map((tone, t) => {
      const word = `${onsets[(v + t) % onsets.length]}${vowel}${tone}`.normalize('NFC');
      return (v + t) % 7 === 0 ? word.toUpperCase() : word;
    }),
  ),
  ...['trẻ em', 'được', 'thôn', '100 %', '"an toàn"', '(nếu có),', 'Quyết định', 'số 1;', 'tỷ lệ'],
];
