/**
 * What the program must do wherever it is driven: packaged, in real Electron, or here over the double with the real page in
 * a real browser. What only real Electron can show stands in smoke-electron-checks.ts.
 */
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { methods } from '../../electron/api.ts';
import { pageHeaders } from '../../electron/page-headers.ts';
import { sampleDistrict } from '../../electron/sample/sample-district.ts';
import { PdfParts } from '../pdf-surgery.ts';
import { readPdf } from '../read-pdf.ts';
import { type Check, call, picture, type SmokedProgram, until } from './smoke-program.ts';
import { assessor, heading, saved, type WalkedCommune, walkACommune } from './walk-a-commune.ts';

const year = new Date().getFullYear();
const sampleCommunes = sampleDistrict(year).map(({ unit }) => unit.name);
/** An assessment of the sample that is not closed. */
const draft = `${year}-vd-07`;
const draftAddress = `#/phieu/${draft}/tieu-chi/9`;

/** In their order: each goes on with what the ones before have left. */
export function pageChecks(): readonly Check[] {
  let walked: WalkedCommune | undefined;
  const walkedCommune = () => {
    assert.ok(walked, 'no commune was walked');
    return walked;
  };
  let place: unknown;

  return [
    {
      says: 'a commune is walked from the first start to the scorecard, and what was typed is on the disk',
      run: async (program) => {
        await program.start();
        walked = await walkACommune(program.page);
        await picture(program, 'walked');
        const { answers, status } = await stored(program, walked.id);
        assert.deepEqual(valuesOf(answers), walked.answers);
        assert.equal(status, 'final');
      },
    },
    {
      says: 'the page has the calls of the contract and the menu, and nothing of Electron or Node',
      run: async ({ page }) => {
        const found = await page.evaluate(() => ({
          bridges: Object.keys(window).filter((name) => /desktop|electron/i.test(name)),
          calls: Object.keys(Reflect.get(window, 'desktop')),
          frozen: ['desktop', 'desktopMenu'].every((name) => Object.isFrozen(Reflect.get(window, name))),
          ofNode: [
            'require',
            'process',
            'module',
            'Buffer',
            'global',
            'ipcRenderer',
            'wayToTheMainProcess',
          ].filter((name) => name in window),
        }));
        assert.deepEqual(
          { ...found, calls: found.calls.sort() },
          { bridges: ['desktop', 'desktopMenu'], calls: [...methods].sort(), frozen: true, ofNode: [] },
        );
      },
    },
    {
      says: 'the page comes with the headers that are promised, its policy among them',
      run: async ({ page }) => {
        const headers = await page.evaluate(async () => {
          const response = await fetch(location.pathname);
          return Object.fromEntries(response.headers);
        });
        for (const [name, value] of Object.entries(pageHeaders)) assert.equal(headers[name], value, name);
      },
    },
    {
      says: 'no script in the text of the page runs, and no text is made into code',
      run: async (program) => {
        const ran = await program.page.evaluate(() => {
          for (const part of ['script', 'button']) {
            const element = document.createElement(part);
            if (part === 'script') element.textContent = 'window.ranInline = true';
            else element.setAttribute('onclick', 'window.ranInline = true');
            document.head.append(element);
            element.click();
            element.remove();
          }
          const script = document.createElement('script');
          script.src = URL.createObjectURL(new Blob(['window.ranInline = true']));
          return new Promise<boolean>((done) => {
            script.onload = script.onerror = () => done('ranInline' in window);
            document.head.append(script);
          });
        });
        assert.equal(ran, false);
        program.forgive(/Content Security Policy/);
      },
    },
    {
      says: 'nothing is fetched and no picture loaded from the network, the disk or another origin',
      run: async (program) => {
        for (const url of elsewhere) {
          const answered = await program.page.evaluate(async (address) => {
            const image = new Image();
            const shown = new Promise<boolean>((done) => {
              image.onload = () => done(true);
              image.onerror = () => done(false);
            });
            image.src = address;
            const fetched = await fetch(address, { mode: 'no-cors' }).then(
              () => true,
              () => false,
            );
            return { fetched, shown: await shown };
          }, url);
          assert.deepEqual(answered, { fetched: false, shown: false }, url);
        }
        program.forgive(complaints);
      },
    },
    {
      says: 'the page shows no frame, and leads nowhere else',
      run: async (program) => {
        const { page } = program;
        const before = page.url();
        await page.evaluate(() => Reflect.set(window, 'stayed', true));
        for (const url of elsewhere) {
          await page.evaluate((address) => {
            const frame = document.createElement('iframe');
            frame.src = address;
            document.body.append(frame);
            frame.remove();
            location.assign(address);
          }, url);
          // A page that leaves does so within this time; that one stays can only be waited for.
          await pause(500);
          assert.equal(page.url(), before);
          assert.ok(await page.evaluate(() => 'stayed' in window));
        }
        program.forgive(complaints);
      },
    },
    {
      says: 'the page is not told where somebody is',
      run: async (program) => {
        const answer = await program.page.evaluate(
          () =>
            new Promise((done) => {
              navigator.geolocation.getCurrentPosition(
                () => done('given'),
                ({ code }) => done(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : 'failed'),
              );
            }),
        );
        assert.equal(answer, 'denied');
        program.forgive(/permissions policy/i);
      },
    },
    {
      says: 'a scorecard is made, can be read, and is checked as genuine; one that was changed is not',
      run: async (program) => {
        const { id } = walkedCommune();
        const { base64 } = await call(program, 'documents.make', { kind: 'scorecard', id });
        const pdf = Buffer.from(base64, 'base64');
        await writeFile(join(program.artefacts, 'scorecard.pdf'), pdf);
        const { text, pages } = await readPdf(pdf);
        assert.match(text, /PHIẾU CHẤM ĐIỂM/);
        assert.match(text, /Kim Long/);
        assert.ok(pages.length > 1);
        const check = await call(program, 'sheets.check', { base64 });
        assert.equal(check.verdict, 'genuine');
        const parts = new PdfParts(pdf);
        parts.changeAttachment((attached) => attached.replace('Kim Long', 'Kim Lung'));
        const changed = Buffer.from(parts.updated()).toString('base64');
        assert.equal((await call(program, 'sheets.check', { base64: changed })).verdict, 'altered');
      },
    },
    {
      says: 'the sample is printed to a folder, each commune and all in one file',
      run: async (program) => {
        const { created } = await call(program, 'sample.load', { year });
        assert.equal(created, sampleCommunes.length);
        await call(program, 'batch.start', {
          year,
          ids: null,
          kinds: ['scorecard'],
          summary: true,
          merged: true,
          folder: program.printFolder,
        });
        const batch = await until('the batch to be printed', async () => {
          const state = await call(program, 'batch.state', {});
          return state.batch?.phase === 'finished' ? state.batch : undefined;
        });
        assert.deepEqual(batch.failures, []);
        // The commune that was walked, the summary and the merged file are there besides.
        const names = await readdir(program.printFolder);
        assert.equal(names.length, sampleCommunes.length + 3);
        assert.ok(batch.merged);
        const { solidText } = await readPdf(await readFile(join(program.printFolder, batch.merged)));
        for (const name of [...sampleCommunes, 'Xã Kim Long'])
          assert.ok(solidText.includes(name.replace(/\s/g, '')), name);
      },
    },
    {
      says: 'a file is attached as evidence and kept byte for byte',
      run: async (program) => {
        const { page } = program;
        await page.evaluate((address) => location.assign(address), draftAddress);
        await page.getByText('Ghi chú, minh chứng, lịch sử').first().click();
        const field = page.getByRole('region', { name: 'Minh chứng chỉ tiêu 9.1' });
        const file = { name: 'Biên bản.pdf', mimeType: 'application/pdf', buffer: evidence };
        await field.locator('input[type="file"]').setInputFiles(file);
        await field.getByText('Đã đính kèm Biên bản.pdf').waitFor();
        await saved(page);
        await picture(program, 'evidence');
        assert.deepEqual(await keptEvidence(program), evidence);
      },
    },
    {
      says: 'a page that crashes comes back where it was',
      run: async (program) => {
        const seen = '[location.hash, document.querySelector("h1")?.textContent].join(" ")';
        place = await program.valueOf(seen);
        assert.match(String(place), /tieu-chi\/9 .+/);
        await program.crashPage();
        await until('the page to come back', async () => {
          const now = await program.valueOf(seen).catch(() => undefined);
          return now === place ? true : undefined;
        });
      },
    },
    {
      says: 'the end is in order: the lock is given back and the log says so',
      run: async (program) => {
        await program.end();
        const names = await readdir(program.dataFolder);
        assert.ok(!names.includes('lock.json'));
        assert.match(
          await readFile(join(program.dataFolder, 'logs', 'program.log'), 'utf8'),
          / info started: version .* info ended\n$/s,
        );
      },
    },
    {
      says: 'a new start brings everything back and asks again who works',
      run: async (program) => {
        await program.start();
        const { page } = program;
        await page.getByRole('radio', { name: assessor, checked: true }).focus();
        await page.keyboard.press('Enter');
        await picture(program, 'started-again');
        await page.getByRole('link', { name: /Kim Long/ }).click();
        await heading(page, /Kim Long/);
        const { id, answers } = walkedCommune();
        const { assessment } = await call(program, 'assessments.open', { id });
        assert.deepEqual(valuesOf(assessment.answers), answers);
        const { assessments } = await call(program, 'assessments.list', { year });
        assert.equal(assessments.length, sampleCommunes.length + 1);
        const faults = await call(program, 'evidence.check', { id: draft });
        assert.deepEqual(faults, { missing: [], altered: [] });
        assert.deepEqual(await keptEvidence(program), evidence);
      },
    },
    {
      says: 'the data folder holds what the program keeps, and nothing of Chromium',
      run: async (program) => {
        await program.end();
        const names = await readdir(program.dataFolder);
        const known =
          /^(assessments|backups|evidence|damaged|updates|logs|(program-version|settings)\.json|index\.ndjson)$/;
        assert.deepEqual(
          names.filter((name) => !known.test(name)),
          [],
        );
      },
    },
  ];
}

/** The network, the disk and another origin of our own scheme; the file is there on every system that has it at all. */
export const elsewhere = [
  'https://elsewhere.example/pixel.png',
  process.platform === 'win32' ? 'file:///C:/Windows/win.ini' : 'file:///etc/hosts',
  'app://elsewhere/index.html',
];

/** What Chromium says of what it was forbidden by us. */
const complaints = /Content Security Policy|elsewhere|file:\/\/\/|Failed to load resource/;

const evidence = Buffer.from('%PDF-1.4\nbiên bản họp');

type Stored = Readonly<Record<string, { readonly value: unknown }>>;

const valuesOf = (answers: Stored) =>
  Object.fromEntries(Object.entries(answers).map(([key, { value }]) => [key, value]));

async function stored({ dataFolder }: SmokedProgram, id: string) {
  const file = await readFile(join(dataFolder, 'assessments', `${id}.json`), 'utf8');
  return JSON.parse(file).data as { readonly answers: Stored; readonly status: string };
}

/** Among the evidence, wherever it lies there. */
async function keptEvidence({ dataFolder }: SmokedProgram): Promise<Buffer | undefined> {
  const entries = await readdir(join(dataFolder, 'evidence'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const kept = await Promise.all(files.map((path) => readFile(path)));
  return kept.find((bytes) => bytes.equals(evidence));
}
