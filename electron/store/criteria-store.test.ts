import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asPublished, type PublishedSet, withConfirmations } from '../../criteria/rules/published-set.ts';
import { rulesOf } from '../../criteria/rules/rules.ts';
import { beginDraft, type SetDraft } from '../../criteria/rules/set-draft.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { builtInSets, exampleSetId } from '../../criteria/sets/built-in.ts';
import { Refusal } from '../refusal.ts';
import { hashOfSet } from '../set-hash.ts';
import { draftCodec, draftFileName, publishedCodec, publishedFileName } from './criteria-set-file.ts';
import { CriteriaStore } from './criteria-store.ts';
import { DamagedFolder } from './damaged-folder.ts';
import { currentVersion } from './envelope.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { prepareSecondFolder, secondFolder } from './second-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bộ tiêu chí '));
});
afterEach(() => rm(folder, { recursive: true }));

interface Circumstances {
  readonly files?: FileSystem;
  readonly makeWritable?: () => Promise<void>;
  readonly usb?: string;
  readonly log?: (line: string) => void;
}

function open({
  files = nodeFileSystem,
  makeWritable = async () => undefined,
  usb,
  log = () => undefined,
}: Circumstances = {}) {
  const second = usb === undefined ? null : secondFolder(files, usb, 'MAY-1');
  return new CriteriaStore({
    dataFolder: folder,
    files,
    damaged: new DamagedFolder(folder, files),
    clock: () => new Date('2026-11-20T01:02:03.456Z'),
    log,
    wait: async () => undefined,
    makeWritable,
    second: () => second,
  });
}

const example = builtInSets.get(exampleSetId) as CriteriaSet;
const at = '2026-11-20T01:00:00.000Z';
const attestation = { by: 'Chị Lan', on: '2026-11-20', in: 'Phụ lục, mục 3' };
const as = (id: string, version = 1): PublishedSet => ({
  ...asPublished({ ...example, id, version }),
  madeAt: at,
  madeBy: 'Chị Lan',
});
const rules = rulesOf(example).map(({ key }) => key);
const confirmed = (published: PublishedSet, rule: number) =>
  withConfirmations(published, [rules[rule] as string], attestation, at);
const draft = (id = 'vi-du', saves = 0): SetDraft => ({
  ...beginDraft(example, hashOfSet(example), { id, version: 2 }, { at, by: null }),
  saves,
});

const main = (name: string) => join(folder, 'criteria-sets', name);
const copy = (name: string) => join(folder, 'backups', 'criteria-sets', name);
const draftFile = (id = 'vi-du') => join('drafts', draftFileName(id));
const refusal = (code: string) => expect.objectContaining({ code });
const pastDrafts = () => readdir(main('past-drafts')).catch(() => []);

describe('published versions', () => {
  test('that were never written are none, and reading makes nothing', async () => {
    expect(await open().read()).toEqual({ published: [], drafts: [], troubled: [] });
    expect(await readdir(folder)).toEqual([]);
  });

  test('are there again at the next start, each in a file of its own', async () => {
    const store = open();
    await store.publish(as('a'));
    await Promise.all([store.publish(as('a', 2)), store.publish(as('b'))]);
    expect((await open().read()).published).toEqual([as('a'), as('a', 2), as('b')]);
    expect((await readdir(join(folder, 'criteria-sets'))).sort()).toEqual([
      'a@1.json',
      'a@2.json',
      'b@1.json',
    ]);
  });

  test('are never overwritten, be they readable or not', async () => {
    const store = open();
    await store.publish(as('a'));
    await expect(store.publish({ ...as('a'), madeBy: 'Anh Hùng' })).rejects.toEqual(
      refusal('already_exists'),
    );
    await writeFile(main('a@2.json'), 'hỏng');
    await expect(store.publish(as('a', 2))).rejects.toEqual(refusal('damaged'));
    expect(await readFile(main('a@2.json'), 'utf8')).toBe('hỏng');
    expect((await open().read()).published).toEqual([as('a')]);
  });

  test('with a fault are not written', async () => {
    const broken = as('a');
    const published = { ...broken, set: { ...broken.set, max: broken.set.max + 1 } };
    await expect(open().publish(published)).rejects.toThrow(/sau này sẽ không đọc lại được.*max/);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each(['con', 'nul', 'com1', 'lpt9.x', 'aux.2026', 'a.', 'con-2026', 'a@'.slice(0, 1)])(
    'called “%s” have a file on every system',
    async (id) => {
      const store = open();
      await store.publish(as(id));
      await store.saveDraft(draft(id), null);
      const { published, drafts, troubled } = await open().read();
      expect([published, drafts, troubled]).toEqual([[as(id)], [draft(id)], []]);
      const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
      for (const name of [publishedFileName({ id, version: 1 }), draftFileName(id)])
        expect([device.test(name), /[. ]$/.test(name)]).toEqual([false, false]);
    },
  );

  test('of a folder that another program holds are refused and read from where they are', async () => {
    await open().publish(as('a'));
    const held = new Refusal('storage_failed', 'Một chương trình khác đang dùng thư mục dữ liệu');
    const store = open({ makeWritable: () => Promise.reject(held) });
    await expect(store.publish(as('b'))).rejects.toBe(held);
    await rm(main('a@1.json'));
    const { published, troubled } = await store.read();
    expect(published).toEqual([as('a')]);
    expect(troubled).toMatchObject([
      { file: 'a@1.json', message: expect.stringContaining('chưa ghi lại được') },
    ]);
    expect(await readdir(join(folder, 'criteria-sets'))).toEqual([]);
  });
});

describe('the register', () => {
  test('is written whole where the file and its copy are gone', async () => {
    const store = open();
    const one = confirmed(as('a'), 0);
    await store.publish(as('a'));
    await store.register(one, 0);
    for (const gone of [main('a@1.json'), copy('a@1.json')]) await rm(gone);
    await store.register(confirmed(one, 1), 1);
    expect((await open().read()).published).toEqual([confirmed(one, 1)]);
  });

  test('of a version that came with the program is its first file', async () => {
    const one = confirmed(asPublished(example), 0);
    await open().register(one, 0);
    expect((await open().read()).published).toEqual([one]);
  });

  test('grows by what was made from its present state, and by nothing else', async () => {
    const store = open();
    await store.publish(as('a'));
    const one = confirmed(as('a'), 0);
    await store.register(one, 0);
    const other = confirmed(as('a'), 1);
    for (const [wrong, basedOn] of [
      [other, 0],
      [other, 1],
      [confirmed(one, 1), 0],
      [confirmed({ ...one, set: { ...one.set, title: { vi: 'Khác', en: 'Other' } } }, 1), 1],
      [confirmed({ ...one, madeBy: 'Anh Hùng' }, 1), 1],
      [confirmed(as('b'), 1), 1],
    ] as const)
      await expect(store.register(wrong, basedOn)).rejects.toEqual(refusal('conflict'));
    await store.register(confirmed(one, 1), 1);
    expect((await open().read()).published).toEqual([confirmed(one, 1)]);
  });

  test('that failed in its last step is written when it is tried again', async () => {
    let failing = false;
    const files: FileSystem = {
      ...nodeFileSystem,
      syncFolder: (path) =>
        failing
          ? Promise.reject(Object.assign(new Error(), { code: 'EIO' }))
          : nodeFileSystem.syncFolder(path),
    };
    const store = open({ files });
    await mkdir(main('drafts'), { recursive: true });
    await store.publish(as('a'));
    failing = true;
    const one = confirmed(as('a'), 0);
    await expect(store.register(one, 0)).rejects.toEqual(refusal('storage_failed'));
    await expect(store.saveDraft(draft(), null)).rejects.toEqual(refusal('storage_failed'));
    failing = false;
    const again = confirmed(as('a'), 1);
    await store.register(again, 0);
    await store.saveDraft({ ...draft(), by: 'Chị Lan' }, null);
    const { published, drafts } = await open().read();
    expect(published).toEqual([again]);
    expect(drafts).toEqual([{ ...draft(), by: 'Chị Lan' }]);
  });
});

describe('a draft', () => {
  test('is saved on from its present state', async () => {
    const store = open();
    await expect(store.saveDraft(draft('vi-du', 1), 0)).rejects.toEqual(refusal('not_found'));
    await store.saveDraft(draft(), null);
    await expect(store.saveDraft(draft(), null)).rejects.toEqual(refusal('already_exists'));
    await store.saveDraft(draft('vi-du', 1), 0);
    await expect(store.saveDraft(draft('vi-du', 2), 0)).rejects.toEqual(refusal('conflict'));
    expect((await open().read()).drafts).toEqual([draft('vi-du', 1)]);
  });

  test('may have faults', async () => {
    const broken = { ...draft(), set: { ...draft().set, max: 1 } };
    await open().saveDraft(broken, null);
    expect((await open().read()).drafts).toEqual([broken]);
  });

  test.each(['accepted', 'discarded'] as const)('that is %s is kept among those of the past', async (how) => {
    const store = open();
    await store.saveDraft(draft(), null);
    await store.removeDraft('vi-du', how);
    const [name = ''] = await pastDrafts();
    expect(name).toBe(`vi-du_2026-11-20T01-02-03.456Z_${how}.json`);
    const kept = draftCodec('vi-du.json').decode(await readFile(join(main('past-drafts'), name)));
    expect(kept).toEqual(draft());
    expect(await open().read()).toEqual({ published: [], drafts: [], troubled: [] });
    expect(await readdir(copy('drafts'))).toEqual([]);
  });

  test('makes room for another one of the same id, and takes the place of none', async () => {
    const store = open();
    const later = { ...draft(), createdAt: '2026-11-21T01:00:00.000Z' };
    await store.saveDraft(draft('vi-du', 5), null);
    await store.removeDraft('vi-du', 'discarded');
    await store.saveDraft(later, null);
    await expect(store.saveDraft(draft('vi-du', 6), 0)).rejects.toEqual(refusal('conflict'));
    expect((await open().read()).drafts).toEqual([later]);
    await store.removeDraft('vi-du', 'discarded');
    expect(await pastDrafts()).toHaveLength(2);
    await expect(store.removeDraft('khac', 'discarded')).rejects.toEqual(refusal('not_found'));
  });

  test('whose copy outlived its removal does not come back', async () => {
    const store = open();
    await store.saveDraft(draft(), null);
    const bytes = await readFile(copy(draftFile()));
    await store.removeDraft('vi-du', 'discarded');
    await writeFile(copy(draftFile()), bytes);
    expect((await open().read()).drafts).toEqual([]);
    expect(await readdir(copy('drafts'))).toEqual([]);
  });

  test('that is damaged beyond help can be given up, and is kept as it is', async () => {
    const store = open();
    await store.saveDraft(draft(), null);
    await rm(copy(draftFile()));
    await writeFile(main(draftFile()), 'hỏng');
    await expect(store.saveDraft(draft('vi-du', 1), 0)).rejects.toEqual(refusal('damaged'));
    await store.removeDraft('vi-du', 'discarded');
    const [name = ''] = await pastDrafts();
    expect(await readFile(join(main('past-drafts'), name), 'utf8')).toBe('hỏng');
  });
});

const damages: readonly (readonly [string, (bytes: Buffer) => Buffer | null])[] = [
  ['gone', () => null],
  ['emptied', () => Buffer.alloc(0)],
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['full of NULs', (bytes) => Buffer.alloc(bytes.length)],
  ['changed in one letter', (bytes) => Buffer.from(bytes.toString().replace('Phụ lục', 'Phụ lụa'))],
  ['of another format', () => Buffer.from('{"format":"criteria-set"}')],
  [
    'another version under its name',
    () => Buffer.from(publishedCodec('a@9.json').encode(confirmed(as('a', 9), 0))),
  ],
  [
    'with a fault',
    () => Buffer.from(publishedCodec('a@1.json').encode({ ...as('a'), set: { ...as('a').set, max: 1 } })),
  ],
  ['an older state of it', () => Buffer.from(publishedCodec('a@1.json').encode(as('a')))],
  [
    'another set of its name',
    () => Buffer.from(publishedCodec('a@1.json').encode({ ...as('a'), madeBy: 'Ai đó' })),
  ],
];

describe('a file that is', () => {
  test.each(damages)('%s gives way to its copy, is kept, and it is told', async (_how, damage) => {
    const one = confirmed(as('a'), 0);
    await open().publish(as('a'));
    await open().register(one, 0);
    const good = await readFile(main('a@1.json'));
    const bad = damage(good);
    if (bad === null) await rm(main('a@1.json'));
    else await writeFile(main('a@1.json'), bad);
    const store = open();
    const { published, troubled } = await store.read();
    expect(published).toEqual([one]);
    expect(troubled).toMatchObject([{ file: 'a@1.json' }]);
    expect(await readFile(main('a@1.json'))).toEqual(good);
    const kept = await readdir(join(folder, 'damaged')).catch(() => []);
    expect(kept).toEqual(bad === null ? [] : ['criteria-set_a@1_2026-11-20T01-02-03.456Z.json']);
    if (bad !== null) expect(await readFile(join(folder, 'damaged', kept[0] ?? ''))).toEqual(bad);
    // It is told as long as the program runs, and all is well at the next start.
    expect((await store.read()).troubled).toEqual(troubled);
    expect((await open().read()).troubled).toEqual([]);
  });

  test('mended is noted in the log without the name that somebody gave the set', async () => {
    await open().publish(as('xa-cua-toi'));
    await writeFile(main('xa-cua-toi@1.json'), 'hỏng');
    const lines: string[] = [];
    await open({ log: (line) => void lines.push(line) }).read();
    expect(lines).toEqual([expect.stringContaining('damaged and taken from its copy')]);
    expect(lines.join()).not.toContain('xa-cua-toi');
  });

  test('damaged and has no copy is left alone, told and not used', async () => {
    await open().publish(as('a'));
    await rm(copy('a@1.json'));
    await writeFile(main('a@1.json'), 'hỏng');
    const { published, troubled } = await open().read();
    expect(published).toEqual([]);
    expect(troubled).toMatchObject([
      { file: 'a@1.json', message: expect.stringContaining('được giữ nguyên') },
    ]);
    await expect(open().register(confirmed(as('a'), 0), 0)).rejects.toEqual(refusal('damaged'));
    expect(await readFile(main('a@1.json'), 'utf8')).toBe('hỏng');
  });

  test.each(['main', 'copy'])(
    'of a newer format (%s) is told, not used and not overwritten',
    async (where) => {
      await open().publish(as('a'));
      await open().saveDraft(draft(), null);
      const newer: [string, string][] = [];
      for (const name of ['a@1.json', draftFile()]) {
        const text = (await readFile(main(name), 'utf8'))
          .replace(`"version": ${currentVersion}`, '"version": 99')
          .replace(/"sha256:.*"/, '"sha512:x"');
        const path = where === 'main' ? main(name) : copy(name);
        await writeFile(path, text);
        if (where === 'copy') await rm(main(name));
        newer.push([path, text]);
      }
      const store = open();
      const { published, drafts, troubled } = await store.read();
      expect([published, drafts]).toEqual([[], []]);
      expect(troubled.map(({ file }) => file)).toEqual(['a@1.json', 'vi-du.json']);
      for (const write of [
        store.publish(as('a')),
        store.register(confirmed(as('a'), 0), 0),
        store.saveDraft(draft(), null),
        store.removeDraft('vi-du', 'discarded'),
      ])
        await expect(write).rejects.toEqual(refusal('newer_format'));
      for (const [path, text] of newer) expect(await readFile(path, 'utf8')).toBe(text);
    },
  );

  test('held now is told and not taken for none; its copy is used meanwhile', async () => {
    await open().publish(as('a'));
    const files: FileSystem = {
      ...nodeFileSystem,
      readFile: (path) =>
        path === main('a@1.json')
          ? Promise.reject(Object.assign(new Error(), { code: 'EBUSY' }))
          : nodeFileSystem.readFile(path),
    };
    const { published, troubled } = await open({ files }).read();
    expect(published).toEqual([as('a')]);
    expect(troubled).toMatchObject([{ file: 'a@1.json', message: expect.stringContaining('EBUSY') }]);
    await expect(open({ files }).publish(as('a'))).rejects.toEqual(refusal('storage_failed'));
    expect(await readdir(join(folder, 'criteria-sets'))).toEqual(['a@1.json']);
  });

  test('no set of ours does not hide the others', async () => {
    await open().publish(as('a'));
    await writeFile(main('a@1 - Copy.json'), await readFile(main('a@1.json')));
    await writeFile(main('A@1.json.txt'), '');
    await mkdir(main('x@1.json'));
    const { published, troubled } = await open().read();
    expect(published).toEqual([as('a')]);
    expect(troubled.map(({ file }) => file)).toEqual(['a@1 - Copy.json', 'x@1.json']);
  });
});

describe('copies', () => {
  test('are made where they are missing', async () => {
    await open().publish(as('a'));
    await rm(join(folder, 'backups'), { recursive: true });
    await open().read();
    expect(await readFile(copy('a@1.json'))).toEqual(await readFile(main('a@1.json')));
  });

  test('that cannot be made are told, and what was written stands', async () => {
    await writeFile(join(folder, 'backups'), 'a file in its place');
    const store = open();
    await store.publish(as('a'));
    expect(store.trouble).toMatch(/^Chưa tạo được bản dự phòng của tệp a@1\.json\. Chỗ của thư mục/);
    await rm(join(folder, 'backups'));
    await store.read();
    expect(store.trouble).toBeNull();
    expect(await readdir(copy(''))).toEqual(['a@1.json']);
  });

  test('lie in the second folder too, from where all comes back', async () => {
    const usb = await mkdtemp(join(tmpdir(), 'usb '));
    try {
      await prepareSecondFolder(nodeFileSystem, folder, usb, 'MAY-1');
      await open().publish(as('before'));
      const store = open({ usb });
      await store.publish(as('a'));
      await store.saveDraft(draft(), null);
      expect(await store.copyToSecond()).toEqual([]);
      const one = confirmed(as('a'), 0);
      await store.register(one, 0);
      await store.settled();
      await rm(folder, { recursive: true });
      await mkdir(folder);
      const anew = open({ usb });
      const { published, drafts, troubled } = await anew.read();
      await anew.settled();
      expect([published, drafts]).toEqual([[one, as('before')], [draft()]]);
      expect(troubled).toHaveLength(3);
      expect(await readdir(main(''))).toEqual(['a@1.json', 'before@1.json', 'drafts']);
    } finally {
      await rm(usb, { recursive: true });
    }
  });

  describe('in a second folder that another machine uses, too,', () => {
    const another = { ...as('a'), madeBy: 'Máy kia' };
    let usb: string;
    beforeEach(async () => {
      usb = await mkdtemp(join(tmpdir(), 'usb '));
      await prepareSecondFolder(nodeFileSystem, folder, usb, 'MAY-1');
    });
    afterEach(() => rm(usb, { recursive: true }));
    /** What lies there, as the other machine left it. */
    const putThere = async (published: PublishedSet) => {
      const second = secondFolder(nodeFileSystem, usb, 'MAY-1');
      const path = join(second.part, 'criteria-sets', 'a@1.json');
      await mkdir(join(second.part, 'criteria-sets'), { recursive: true });
      await writeFile(path, publishedCodec('a@1.json').encode(published));
      return () => readFile(path).then((bytes) => publishedCodec('a@1.json').decode(bytes));
    };

    test.each([
      ['another set', another],
      ['another register', confirmed(as('a'), 1)],
      ['another set with a longer register', confirmed(confirmed(another, 0), 1)],
    ])('%s takes no place, gives way to none, and it is told', async (_what, theirs) => {
      const ours = confirmed(as('a'), 0);
      await open().publish(as('a'));
      await open().register(ours, 0);
      const lying = await putThere(theirs);
      const store = open({ usb });
      const { published, troubled } = await store.read();
      await store.settled();
      expect(published).toEqual([ours]);
      expect(troubled).toEqual([
        { file: 'a@1.json', message: expect.stringMatching(/^Trong thư mục thứ hai có nội dung khác/) },
      ]);
      expect(store.secondTrouble).toContain('Trong thư mục thứ hai có nội dung khác');
      expect(await lying()).toEqual(theirs);
      expect((await open().read()).published).toEqual([ours]);
      expect(await readdir(join(folder, 'damaged')).catch(() => [])).toEqual([]);
    });

    test('a longer register of the same set is taken up', async () => {
      const ours = confirmed(as('a'), 0);
      const theirs = confirmed(ours, 1);
      await open().publish(as('a'));
      await open().register(ours, 0);
      await putThere(theirs);
      expect((await open({ usb }).read()).published).toEqual([theirs]);
    });
  });

  test('that were made apart from the file are kept, and the file stands', async () => {
    const ours = confirmed(as('a'), 0);
    await open().publish(as('a'));
    await open().register(ours, 0);
    const theirs = confirmed(confirmed(as('a'), 1), 2);
    await writeFile(copy('a@1.json'), publishedCodec('a@1.json').encode(theirs));
    const { published, troubled } = await open().read();
    expect(published).toEqual([ours]);
    expect(troubled).toMatchObject([
      { message: expect.stringContaining('Bản dự phòng ghi việc đối chiếu khác với tệp') },
    ]);
    const [kept = ''] = await readdir(join(folder, 'damaged'));
    expect(publishedCodec('a@1.json').decode(await readFile(join(folder, 'damaged', kept)))).toEqual(theirs);
    expect(publishedCodec('a@1.json').decode(await readFile(copy('a@1.json')))).toEqual(ours);
  });

  test('for a second folder that is not plugged in wait, and it is told', async () => {
    const store = open({ usb: join(folder, 'not plugged in') });
    await store.publish(as('a'));
    await store.settled();
    expect(store.secondTrouble).toMatch(
      /^Chưa chép được tệp a@1\.json vào thư mục thứ hai\. Thư mục hoặc tệp/,
    );
    expect(await store.copyToSecond()).toMatchObject([{ file: 'a@1.json' }]);
  });
});
