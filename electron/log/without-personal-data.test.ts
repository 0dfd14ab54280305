import { homedir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packagedUnits } from '../catalogue/packaged-units.ts';
import { type Personal, withoutPersonalData } from './without-personal-data.ts';

const linux: Personal = {
  home: '/home/lan.nguyen',
  dataFolder: '/home/lan.nguyen/.local/share/child-friendly-communes',
  user: 'lan.nguyen',
  machine: 'MAY-PHONG-3',
};
const windows: Personal = {
  home: 'C:\\Users\\Nguyễn Thị Lan',
  dataFolder: 'E:\\Dữ liệu Lan\\child-friendly-communes\\Data',
  user: 'Nguyễn Thị Lan',
  machine: 'DESKTOP-4F2K',
};

describe('a line without personal data', () => {
  test.each([
    [linux, 'EBUSY: rename assessments/2026-24769.json', 'EBUSY: rename assessments/2026-24769.json'],
    [linux, 'no backup of 2026-vd-01', 'no backup of 2026-vd-01'],
    [linux, 'no backup of 2026-Nguyen-Thi-Lan: ENOTDIR', 'no backup of 2026-…: ENOTDIR'],
    [linux, 'no backup of 2026-1-Nguyen-Thi-Lan', 'no backup of 2026-…'],
    [linux, 'no backup of 2026-24769.Binh-Minh', 'no backup of 2026-…'],
    [linux, 'no backup of 2026-vd-1-Nguyen-Lan', 'no backup of 2026-…'],
    [linux, `read ${linux.dataFolder}/assessments/2026-1.Nguyen-Lan.json`, 'read <data>…'],
    [linux, `read ${linux.dataFolder}/backups/2026-XaBinhMinh`, 'read <data>…'],
    [
      linux,
      `read ${linux.dataFolder}/assessments/2026-24769.json; trying again`,
      'read <data>/assessments/2026-24769.json; trying again',
    ],
    [linux, `read ${linux.dataFolder}/assessments/Xa Kim Long.json`, 'read <data>…'],
    [linux, 'open /home/lan.nguyen/Documents/Kim Long.pdf now', 'open ~…'],
    [linux, 'open /home/lan.nguyen2/a.pdf', 'open …'],
    [linux, 'by Lan.Nguyen on may-phong-3', 'by … on …'],
    [linux, 'no evidence of Phường Kim Long, Thành phố Huế, was found', 'no evidence of … was found'],
    [windows, 'at E:\\dữ liệu lan\\Child-friendly-communes\\data\\settings.json', 'at <data>/settings.json'],
    [windows, 'open c:/users/nguyễn thị lan/x', 'open ~…'],
    [windows, 'open \\\\MAYCHU\\Chia se\\a b.pdf', 'open …'],
    [windows, 'open http://127.0.0.1:40123/?token=abc', 'open http:…'],
    [windows, 'two\nlines\u2028here', 'two lines here'],
  ])('for %o: %s', (personal, text, expected) => {
    expect(withoutPersonalData(text, personal)).toBe(expected);
  });

  const words = fc.array(fc.stringMatching(/^[a-z:;,.()<>'"-]{1,12}$/), { maxLength: 6 });
  const around = (middle: fc.Arbitrary<string>) =>
    fc.tuple(words, middle, words).map(([before, secret, after]) => ({
      line: [...before, secret, ...after].join(' '),
      secret,
    }));
  const names = packagedUnits().flatMap(({ name, province }) => [name, province]);

  test('names no commune and no province', () => {
    const marked = (name: string) => name.split(' ').filter((word) => /[^\x20-\x7e]/.test(word));
    fc.assert(
      fc.property(
        around(fc.constantFrom(...names)),
        fc.constantFrom('NFC', 'NFD'),
        ({ line, secret }, form) => {
          const kept = withoutPersonalData(line.normalize(form), linux).normalize('NFC');
          expect(kept).not.toContain(secret);
          for (const word of marked(secret)) expect(kept).not.toContain(word);
        },
      ),
    );
  });

  test('names no folder of a person, whatever it is called', () => {
    const name = fc.stringMatching(/^[\p{L}\p{N} ()'.,;:&+-]{1,20}[\p{L}\p{N}]$/u);
    const path = fc
      .tuple(
        fc.constantFrom(linux.home, '/media/usb', 'D:\\', '\\\\server\\in', linux.dataFolder),
        name,
        name,
      )
      .map(([root, folder, file]) => join(root, `riêng ${folder}`, `${file}.pdf`));
    fc.assert(
      fc.property(around(path), ({ line, secret }) => {
        const kept = withoutPersonalData(line, linux);
        expect(kept).not.toContain(secret.slice(-12));
        expect(kept).not.toContain('lan.nguyen');
        expect(kept).not.toContain('riêng');
      }),
    );
  });

  test('is one line, and the same when it is gone through again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          around(fc.constant(homedir())).map(({ line }) => line),
        ),
        (text) => {
          for (const personal of [linux, windows]) {
            const once = withoutPersonalData(text, personal);
            expect(once).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
            expect(withoutPersonalData(once, personal)).toBe(once);
          }
        },
      ),
    );
  });
});
