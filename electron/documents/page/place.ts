/** Where a unit lies, as documents write it in running text. */
import { placeText, type Unit } from '../../../criteria/unit.ts';
import { lowerFirst } from '../../../criteria/wording.ts';

/** Words for a kind of area. NOTE: before a numeral they belong to the name and keep their capital (Quận 1). */
const kindOfArea = /(?<=^|, )(?:Tỉnh|Thành phố|Huyện|Quận|Thị xã)(?= +\p{L})/gu;

/** District, where there is one, and province: "huyện Châu Đức, tỉnh Bà Rịa - Vũng Tàu". */
export function placeInSentence(unit: Pick<Unit, 'district' | 'province'>): string {
  return placeText(unit).replace(kindOfArea, lowerFirst);
}

/** The same behind a label: "Huyện Châu Đức, tỉnh Bà Rịa - Vũng Tàu". */
export function placeByItself(unit: Pick<Unit, 'district' | 'province'>): string {
  const place = placeInSentence(unit);
  return place.charAt(0).toLocaleUpperCase('vi') + place.slice(1);
}
