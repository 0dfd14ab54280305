/** The photos, two to a page, each with the indicators that it proves. */
import type { Content } from 'pdfmake/interfaces.js';
import { shortCode } from '../../../criteria/short-code.ts';
import { textLines } from '../engine/text-lines.ts';
import { portrait } from '../page/decree-30.ts';
import { sectionTitle } from '../page/section-title.ts';
import type { ListedEvidence } from './listed-evidence.ts';
import type { Picture } from './printable-picture.ts';

/** Two of them with captions of three lines and the notice above them fit on a page. */
const photoHeight = 262;
const captionSize = 11.5;

const notice =
  'Nghị định 56/2017/NĐ-CP coi tên, hình ảnh, địa chỉ, trường học của trẻ em là bí mật đời sống riêng tư. Trước khi gửi tài liệu này đi, hãy xem lại từng ảnh; không gửi ảnh làm nhận ra một trẻ em.';

interface Photo {
  readonly number: number;
  readonly picture: Picture;
  readonly name: string;
  readonly sha256: string;
  readonly fault: string | null;
  readonly indicators: readonly string[];
}

/** Nothing where no photo can be printed. */
export function photoPages(listed: readonly ListedEvidence[]): Content[] {
  const photos = photosOf(listed);
  if (photos.length === 0) return [];
  return [
    {
      pageBreak: 'before',
      stack: [
        sectionTitle('II. Ảnh'),
        { text: notice, italics: true, fontSize: 11, alignment: 'justify', margin: [0, 0, 0, 4] },
      ],
    },
    ...photos.map(photoBlock),
  ];
}

function photoBlock({ number, picture, name, sha256, fault, indicators }: Photo): Content {
  const proves = `chỉ tiêu ${indicators.join(', ')}`;
  const wrong = fault === null ? '' : ` ${fault}; ảnh này là bản thu nhỏ làm khi đính kèm.`;
  const caption = `Ảnh ${number} (${proves}): ${name}, mã ${shortCode(sha256)}.${wrong}`;
  return {
    unbreakable: true,
    alignment: 'center',
    margin: [0, 8, 0, 4],
    stack: [
      {
        image: `data:${picture.type};base64,${picture.base64}`,
        fit: [portrait.contentWidth, photoHeight],
      },
      {
        text: textLines(caption, {
          face: 'normal',
          fontSize: captionSize,
          width: portrait.contentWidth,
        }).join('\n'),
        fontSize: captionSize,
        margin: [0, 3, 0, 0],
      },
    ],
  };
}

/** By number, each once. */
function photosOf(listed: readonly ListedEvidence[]): Photo[] {
  const photos = new Map<number, Photo>();
  for (const { indicator, items } of listed)
    for (const { item, photo, fault } of items) {
      if (photo === null || item.kind === 'paper') continue;
      const known = photos.get(photo.number);
      photos.set(photo.number, {
        ...photo,
        name: item.name,
        sha256: item.sha256,
        fault,
        ...known,
        indicators: [...(known?.indicators ?? []), indicator.id],
      });
    }
  return [...photos.values()];
}
