import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostText } from './host-text.ts';
import { speak, startTranslation } from './i18n.ts';
import { host } from './messages/en/host/index.ts';

const root = resolve(import.meta.dirname, '..');

/** Vietnamese that no screen shows: what is printed, what a terminal or the system's own windows show. */
const elsewhere =
  /^electron\/(documents|sample|catalogue|headless|desktop-host|browser-host)\/|^electron\/\w+\.ts$/;
const certifiable = 'electron/documents/certificate/certifiable.ts';
const faults = ['bands', 'dates', 'ids', 'provenances', 'references', 'shapes', 'sums', 'texts'];
const criteria = [
  ...['answers', 'assessment', 'evidence', 'office', 'unit', 'vietnamese-issues'],
  ...faults.map((name) => `faults/${name}`),
];

/** Words of a printed title, words that are searched for, and the first bytes of a kind of files. */
const notSaid = [
  'Tài liệu đánh giá xã, phường phù hợp với trẻ em năm {1}',
  'phiếu chấm điểm',
  '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
];
/** Put together from parts, and there as a whole. */
const parts = ['Cần từ {1}{2} trở lên', 'Không được quá {1}{2}', ' ký tự', ' mục'];
const wholes = [
  'Cần từ {1} ký tự trở lên',
  'Cần từ {1} mục trở lên',
  'Cần từ {1} trở lên',
  'Không được quá {1} ký tự',
  'Không được quá {1} mục',
  'Không được quá {1}',
];

function visit(node: unknown, look: (node: Record<string, unknown>) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) look(node as Record<string, unknown>);
  for (const part of Object.values(node)) visit(part, look);
}

/** Every text in a file, with `{1}`, `{2}` for what differs each time. */
function textsIn(file: string): string[] {
  const texts: string[] = [];
  visit(parseSync(file, readFileSync(join(root, file), 'utf8')).program, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') texts.push(node.value);
    if (node.type !== 'TemplateLiteral') return;
    const quasis = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    texts.push(quasis.map((text, index) => (index === 0 ? text : `{${index}}${text}`)).join(''));
  });
  return texts;
}

const said = [
  ...readdirSync(join(root, 'electron'), { recursive: true, encoding: 'utf8' })
    .map((file) => join('electron', file).replaceAll('\\', '/'))
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !elsewhere.test(file)),
  certifiable,
  ...criteria.map((name) => `criteria/${name}.ts`),
].flatMap(textsIn);

const vietnameseLetter = /[àáâãèéêìíòóôõùúýăđĩũơư\u1ea0-\u1ef9]/;

describe('what the host says', () => {
  test('has its English', () => {
    const missing = said.filter(
      (text) =>
        vietnameseLetter.test(text.toLowerCase()) &&
        !(text in host) &&
        ![...notSaid, ...parts].includes(text),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  test('is what English was written for', () => {
    const all = new Set([...said, ...textsIn('criteria/wording.ts'), ...wholes]);
    expect(Object.keys(host).filter((text) => !all.has(text))).toEqual([]);
  });

  test('is told with the same facts', () => {
    const facts = (text: string) => (text.match(/\{\d\}/g) ?? []).toSorted().join();
    expect(Object.entries(host).filter(([text, english]) => facts(text) !== facts(english))).toEqual([]);
  });
});

describe('where the interface is English', () => {
  beforeAll(async () => {
    await startTranslation();
    await speak('en');
  });
  afterAll(() => speak('vi'));

  test.each([
    ['Phiếu này vừa được sửa ở một cửa sổ khác', 'This assessment was just changed in another window'],
    ['Xã Hòa Bình đã có phiếu đánh giá năm 2026', 'Xã Hòa Bình already has an assessment of 2026'],
    [
      'Không ghi được vào ổ đĩa. Ổ đĩa đã đầy; hãy giải phóng dung lượng (ENOSPC)',
      'The disk could not be written to. The disk is full; free some space (ENOSPC)',
    ],
    [
      'Chưa tạo được bản dự phòng của phiếu 2026-1. Tệp vừa đọc lại bị hỏng: Tệp rỗng',
      'No backup of the assessment 2026-1 could be made. The file that was read back is damaged: The file is empty',
    ],
    [
      'Tệp cài đặt bị hỏng và được giữ riêng; hãy nhập lại cơ quan ban hành',
      'The settings file was damaged and is kept apart; enter the issuing office again',
    ],
    ['Trang 2: có hình vẽ được thêm vào', 'Page 2: a drawing was added'],
    ['Không được quá 32 ký tự', 'At most 32 characters'],
    ['Một câu chưa ai dịch', 'Một câu chưa ai dịch'],
  ])('“%s” is read as “%s”', (vietnamese, english) => {
    expect(hostText(vietnamese)).toBe(english);
  });

  test('the sentence is given back as it was said once the interface is Vietnamese again', async () => {
    await speak('vi');
    expect(hostText('Tệp rỗng')).toBe('Tệp rỗng');
  });
});
