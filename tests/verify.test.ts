import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forge, printedSheet, sheetInput } from './example-sheet.ts';
import { PdfParts, signed } from './pdf-surgery.ts';

const entry = resolve(import.meta.dirname, '../electron/headless/verify.ts');

async function verify(...args: readonly string[]) {
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: '' },
  });
  const [out, err, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  const lines = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { status, err, lines };
}

const input = sheetInput();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiểm tra '));
  const printed = await printedSheet(input);
  await writeFile(join(folder, 'gốc.pdf'), printed);
  await writeFile(join(folder, 'đã ký.pdf'), signed(printed, '0 0 0 0'));
  const pdf = new PdfParts(printed);
  pdf.changeWords(1, String(input.scorecard.total), String(input.scorecard.total - 100));
  await writeFile(join(folder, 'sửa.pdf'), pdf.rewritten());
  const newer = new PdfParts(printed);
  forge(newer, (sheet) => Object.assign(sheet.printed, { layout: 99 }), ['checksum']);
  await writeFile(join(folder, 'mới.pdf'), newer.rewritten());
  await writeFile(join(folder, 'khác.pdf'), 'không phải PDF');
  await writeFile(join(folder, 'lớn.pdf'), '');
  await truncate(join(folder, 'lớn.pdf'), 200 * 1024 * 1024);
});
afterAll(() => rm(folder, { recursive: true }));

describe('verify', () => {
  test('gives a line per file, with exactly the keys of the contract, and exits with 0 when all are genuine', async () => {
    const { status, err, lines } = await verify('gốc.pdf', 'đã ký.pdf');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const sheet = {
      code: input.unit.code,
      name: input.unit.name,
      year: input.year,
      revision: input.revision,
      status: input.status,
      total: input.scorecard.total,
      max: input.scorecard.max,
      verdict: input.scorecard.verdict,
      sha256: input.sha256,
      date: input.date,
    };
    const message = 'Phiếu còn nguyên như lúc in: số liệu đính kèm và các trang khớp với nhau.';
    const whole = { verdict: 'genuine', message, differences: [], sheet };
    expect(lines).toEqual([
      { ...whole, file: 'gốc.pdf', remarks: [] },
      { ...whole, file: 'đã ký.pdf', remarks: [expect.stringContaining('đã được ký'), expect.any(String)] },
    ]);
    for (const line of lines)
      expect(Object.keys(line)).toEqual(['file', 'verdict', 'message', 'remarks', 'differences', 'sheet']);
  });

  test('exits with 1 when one is altered or not ours, and says of each what is the matter', async () => {
    const { status, err, lines } = await verify('sửa.pdf', 'gốc.pdf', 'khác.pdf', 'lớn.pdf');
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(lines).toMatchObject([
      {
        verdict: 'altered',
        message: expect.stringMatching(/^Phiếu đã bị thay đổi sau khi in; .*\.$/),
        differences: [
          {
            page: 1,
            message: 'Trang 1: dòng chữ khác với số liệu của phiếu',
            expected: expect.stringContaining(String(input.scorecard.total)),
            found: expect.stringContaining(String(input.scorecard.total - 100)),
          },
        ],
        sheet: { total: input.scorecard.total },
      },
      { verdict: 'genuine' },
      { verdict: 'not_ours', message: expect.stringMatching(/không phải là PDF.*\.$/), sheet: null },
      { verdict: 'not_ours', message: expect.stringMatching(/^Tệp quá lớn/), differences: [] },
    ]);
  });

  test('exits with 1 for one whose pages cannot be compared, and says so before the reason', async () => {
    const { status, lines } = await verify('mới.pdf');
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      {
        verdict: 'unchecked',
        message: expect.stringMatching(/^Chưa kiểm tra được các trang\. Phiếu do phiên bản mới hơn .*\.$/),
        differences: [],
        sheet: { total: input.scorecard.total },
      },
    ]);
  });

  test('exits with 3 for a file that cannot be read, says which and why, and still does the others', async () => {
    const { status, err, lines } = await verify('khác.pdf', 'không có.pdf', folder, 'gốc.pdf');
    expect(status).toBe(3);
    expect(lines.map(({ verdict }) => verdict)).toEqual(['not_ours', 'genuine']);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^Không đọc được không có\.pdf\. .*không còn ở chỗ cũ.*\.$/),
      expect.stringMatching(/^Không đọc được .*thư mục.*\.$/),
      '',
    ]);
  });

  test.each([[[]], [['--all']], [['--all', 'gốc.pdf']]])(
    'called with %j says how to call it, and exits with 2',
    async (args) => {
      const { status, err, lines } = await verify(...args);
      expect({ status, lines }).toEqual({ status: 2, lines: [] });
      expect(err).toBe('Cần tên tệp để kiểm tra: npm run --silent verify -- PHIEU.pdf [PHIEU_KHAC.pdf]\n');
    },
  );
});
