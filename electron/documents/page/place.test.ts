import { expect, it } from 'vitest';
import { placeByItself, placeInSentence } from './place.ts';

it.each([
  ['Tỉnh Bà Rịa - Vũng Tàu', 'Huyện Châu Đức', 'huyện Châu Đức, tỉnh Bà Rịa - Vũng Tàu'],
  ['Thành phố Hồ Chí Minh', 'Quận 1', 'Quận 1, thành phố Hồ Chí Minh'],
  ['Thành phố Hà Nội', 'Quận Ba Đình', 'quận Ba Đình, thành phố Hà Nội'],
  ['Tỉnh Lào Cai', undefined, 'tỉnh Lào Cai'],
  ['Tỉnh', 'Thị xã Sa Pa', 'thị xã Sa Pa, Tỉnh'],
])('writes the place of %s, %s as “%s” in a sentence', (province, district, written) => {
  const place = district === undefined ? { province } : { province, district };
  expect(placeInSentence(place)).toBe(written);
  expect(placeByItself(place)).toBe(written.charAt(0).toLocaleUpperCase('vi') + written.slice(1));
});
