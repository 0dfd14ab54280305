/** Who took part in the visit: the team as far as the office named it, and room for all others. */
import type { Content } from 'pdfmake/interfaces.js';
import type { Signatory } from '../../../criteria/office.ts';
import type { MinutesInput } from '../document-input.ts';
import { communeCapacity } from '../page/commune-signatory.ts';
import { portrait, signing } from '../page/decree-30.ts';
import { keptTogether } from '../page/kept-together.ts';
import { field } from '../page/writing-lines.ts';
import { bodySize, section } from './section.ts';

const { contentWidth } = portrait;
const betweenNameAndCapacity = 8;
const nameWidth = contentWidth * 0.6 - betweenNameAndCapacity;
const capacityWidth = contentWidth * 0.4;

/** One who takes part: who, and in which capacity. */
function participant(order: number, { capacity, name }: Signatory): Content {
  const label = `${order}. Ông (bà):`;
  return {
    columns: [
      {
        width: nameWidth,
        stack: [field({ label, text: name, width: nameWidth, fontSize: bodySize })],
      },
      {
        width: capacityWidth,
        stack: [
          field({
            label: 'Chức vụ:',
            text: positionOf(capacity),
            width: capacityWidth,
            fontSize: bodySize,
          }),
        ],
      },
    ],
    columnGap: betweenNameAndCapacity,
  };
}

/** On whose behalf, or in whose place one signs; no position of one's own. */
const signingFormula = /^(?:TM|KT|TL|TUQ|Q)\./i;

/** Empty where the capacity says only how one signs. */
function positionOf(capacity: readonly string[]): string {
  return capacity.filter((line) => !signingFormula.test(line)).at(-1) ?? '';
}

const unnamed: Signatory = { capacity: [], name: '' };
/** Lines for those whom no setting names. */
const otherMembers = 3;
const representatives = 3;

export function participantsBlock({ office, set, unit }: MinutesInput): Content[] {
  const { leader, secretary } = office.signatories;
  const team = [
    signing(leader, ['Trưởng đoàn']),
    signing(secretary, ['Thư ký']),
    ...Array.from({ length: otherMembers }, () => unnamed),
  ];
  const commune = Array.from({ length: representatives }, () => unnamed);
  const group = (name: string, people: readonly Signatory[]): Content[] => [
    { text: name, italics: true },
    ...people.map((person, index) => participant(index + 1, person)),
  ];
  return [
    section('I. Thành phần tham dự', group('1. Đoàn đánh giá', team), 14),
    keptTogether(
      [{ stack: group(`2. ${communeCapacity(set, unit).join(' ')}`, commune), margin: [0, 8, 0, 0] }],
      8,
    ),
  ];
}
