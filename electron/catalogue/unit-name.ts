/** Official names of units begin with their type: "Phường Hà Đông", "Đặc khu Côn Đảo". */
import type { UnitType } from '../../criteria/unit.ts';

const prefixes: readonly (readonly [UnitType, string])[] = [
  ['xa', 'Xã '],
  ['phuong', 'Phường '],
  ['thi_tran', 'Thị trấn '],
  ['dac_khu', 'Đặc khu '],
];

export interface UnitName {
  readonly type: UnitType;
  /** The name without its type: "Hà Đông". */
  readonly own: string;
}

/** Parts an official name (NFC) into type and own name; undefined when it does not begin with a known type. */
export function partUnitName(name: string): UnitName | undefined {
  for (const [type, prefix] of prefixes) {
    if (name.startsWith(prefix)) return { type, own: name.slice(prefix.length) };
  }
  return undefined;
}
