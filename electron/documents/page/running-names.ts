/** The name of a unit as it stands within a sentence. */
import { lowerFirst } from '../../../criteria/wording.ts';

/** What kind of unit it is. NOTE: before a numeral it belongs to the name and keeps its capital (Phường 1). */
const kindOfUnit = /^(?:Xã|Phường|Thị trấn|Đặc khu)(?= +\p{L})/u;

/** "xã Kim Long", "thị trấn Ngãi Giao", "Phường 1". */
export function nameInSentence(name: string): string {
  return name.replace(kindOfUnit, lowerFirst);
}
