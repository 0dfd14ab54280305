import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtInSets, currentSetId } from '../criteria/sets/built-in.ts';
import { sampleDistrict } from '../electron/sample/sample-district.ts';
import { readPdf } from './read-pdf.ts';

const root = resolve(import.meta.dirname, '..');

function run(
  entry: string,
  args: readonly string[] = [],
  options: { cwd?: string; node?: readonly string[] } = {},
) {
  return spawn(process.execPath, [...(options.node ?? []), join(root, 'electron/headless', entry), ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, NODE_ENV: '' },
  });
}

/** Runs an entry on whole text and gives its lines, parsed, and its exit status. */
async function answers(entry: string, input: string, args: readonly string[] = []) {
  const child = run(entry, args);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  child.stdin.end(input);
  const [status] = await once(child, 'close');
  return {
    status,
    err,
    lines: out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

const inputs = sampleDistrict(2026).map(({ unit, answers, notes }) => ({
  criteriaSet: currentSetId,
  unit,
  year: 2026,
  answers,
  notes,
}));
const line = (value: unknown) => `${JSON.stringify(value)}\n`;
const [first] = inputs;
if (first === undefined) throw new Error('no sample');

describe('score', () => {
  test('gives one scorecard per line, with exactly the keys of the contract', async () => {
    const { status, lines } = await answers('score.ts', inputs.map(line).join(''));
    expect(status).toBe(0);
    expect(lines.map(({ code }) => code)).toEqual(inputs.map(({ unit }) => unit.code));
    for (const card of lines) {
      expect(Object.keys(card)).toEqual([
        'code',
        'criteriaSet',
        'total',
        'max',
        'complete',
        'verdict',
        'threshold',
        'criteria',
        'indicators',
        'reasons',
        'provisional',
      ]);
      expect(card.criteria).toHaveLength(13);
      for (const part of [...card.criteria, ...card.indicators])
        expect(Object.keys(part)).toEqual(['id', 'points', 'max']);
      const sum = (parts: { points: number | null }[]) =>
        parts.reduce((total, { points }) => total + (points ?? 0), 0);
      expect(sum(card.indicators)).toBe(card.total);
      expect(sum(card.criteria)).toBe(card.total);
      expect(card.complete).toBe(card.verdict !== 'incomplete');
      expect(card.provisional).toBe(true);
    }
  });

  test('puts an error in the place of each bad line, still does the rest, and exits with 1', async () => {
    const bad = [
      '{"criteriaSet":',
      line({ ...first, answers: { children: -1 } }).trim(),
      line({ ...first, criteriaSet: 'qd-99' }).trim(),
      line({ ...first, answers: { childs: 1 } }).trim(),
      line({ ...first, answers: { children: 10, children_registered: 11 } }).trim(),
      line({ ...first, unit: { ...first.unit, class: 'rich' } }).trim(),
    ];
    const { status, lines } = await answers(
      'score.ts',
      `${line(first)}\n  \n${bad.join('\n')}\r\n${line(first)}`,
    );
    expect(status).toBe(1);
    expect(lines).toHaveLength(8);
    expect(lines[0]).toEqual(lines[7]);
    expect(lines.slice(1, 7).map(({ line, error }) => [line, error.code, error.path])).toEqual([
      [4, 'invalid_json', undefined],
      [5, 'invalid_input', 'answers.children'],
      [6, 'unknown_criteria_set', 'criteriaSet'],
      [7, 'unknown_answer', 'answers.childs'],
      [8, 'numerator_above_denominator', 'answers.children_registered'],
      [9, 'invalid_input', 'unit.class'],
    ]);
    for (const { error } of lines.slice(1, 7)) expect(error.message).toMatch(/[à-ỹđ]/i);
  });

  test('an answer that is absent or null leaves points null and the verdict incomplete', async () => {
    const { lines } = await answers('score.ts', line({ ...first, answers: { '1.1': true, children: null } }));
    expect(lines[0]).toMatchObject({ complete: false, verdict: 'incomplete' });
    expect(lines[0].criteria[0].points).toBe(lines[0].indicators[0].points);
    expect(lines[0].criteria.slice(1).every(({ points }: { points: unknown }) => points === null)).toBe(true);
  });

  test('reads text that JSON allows and line readers break: U+2028, a split letter, no newline at the end', async () => {
    const odd = { ...first, unit: { ...first.unit, name: 'Xã Đồng\u2028Sen' } };
    const child = run('score.ts');
    const bytes = Buffer.from(JSON.stringify(odd), 'utf8');
    const chunks: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += 7) chunks.push(bytes.subarray(at, at + 7));
    const lines = createInterface({ input: child.stdout });
    const received: string[] = [];
    lines.on('line', (text) => received.push(text));
    await pipeline(Readable.from(chunks), child.stdin);
    const [status] = await once(child, 'close');
    expect(status).toBe(0);
    expect(received).toHaveLength(1);
  });

  test('answers as soon as it can, so that a partner who waits for each answer is not left waiting', async () => {
    const child = run('score.ts');
    const lines = createInterface({ input: child.stdout });
    for (const input of inputs.slice(0, 3)) {
      child.stdin.write(line(input));
      const [text] = await once(lines, 'line');
      expect(JSON.parse(text).code).toBe(input.unit.code);
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test('reads files that were joined with their byte order marks, and tells lines that are not UTF-8', async () => {
    const mark = Buffer.from('\ufeff');
    const one = Buffer.from(line(first));
    const latin = Buffer.from('{"criteriaSet":"X\u00e3"}\n', 'latin1');
    const child = run('score.ts');
    child.stdin.end(Buffer.concat([mark, one, mark, one, latin, Buffer.from(line(first), 'utf16le')]));
    let out = '';
    for await (const text of child.stdout.setEncoding('utf8')) out += text;
    const answered = out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(answered.slice(0, 2).map(({ code }) => code)).toEqual([first.unit.code, first.unit.code]);
    expect(answered[2]).toMatchObject({ line: 3, error: { code: 'invalid_json' } });
    expect(answered[2].error.message).toContain('UTF-8');
    expect(answered[3]).toMatchObject({ error: { code: 'invalid_json' } });
  });

  test('answers a line that is far too long without keeping it, and goes on', async () => {
    const child = run('score.ts', [], { node: ['--max-old-space-size=32'] });
    async function* source() {
      for (let megabyte = 0; megabyte < 200; megabyte += 1) yield 'x'.repeat(1024 * 1024);
      yield `\n${line(first)}`;
    }
    const sent = pipeline(Readable.from(source()), child.stdin);
    let out = '';
    for await (const text of child.stdout.setEncoding('utf8')) out += text;
    await sent;
    const answered = out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(answered).toMatchObject([
      { line: 1, error: { code: 'invalid_input' } },
      { code: first.unit.code },
    ]);
  });

  test('answers nothing to nothing', async () => {
    expect(await answers('score.ts', '')).toMatchObject({ status: 0, lines: [] });
  });

  // NOTE: the heap has 250 bytes a line, a quarter of it; LONG_PROOF=1 runs a whole million.
  test('streams more lines than its heap could hold', async () => {
    const lines = process.env.LONG_PROOF === undefined ? 200_000 : 1_000_000;
    const block = inputs.map(({ notes: _notes, ...input }) => line(input)).join('');
    async function* source() {
      for (let sent = 0; sent < lines; sent += inputs.length * 100) {
        const rest = Math.min(inputs.length * 100, lines - sent);
        const whole = block.repeat(Math.floor(rest / inputs.length));
        yield whole +
          block
            .split('\n')
            .slice(0, rest % inputs.length)
            .map((text) => `${text}\n`)
            .join('');
      }
    }
    const child = run('score.ts', [], { node: ['--max-old-space-size=48'] });
    let count = 0;
    const counting = (async () => {
      for await (const chunk of child.stdout as AsyncIterable<Buffer>)
        for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
    })();
    const closed = once(child, 'close');
    await pipeline(Readable.from(source()), child.stdin);
    await counting;
    expect(await closed).toEqual([0, null]);
    expect(count).toBe(lines);
  }, 300_000);
});

describe('report', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'báo cáo '));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('writes a scorecard per line and a certificate for each that passes, whole and under their names', async () => {
    const out = join(folder, 'mới');
    const four = [inputs[0], inputs[6], inputs[9]].map(line).join('');
    const { status, lines } = await answers('report.ts', `${four}x\n`, ['--out', out]);
    expect(status).toBe(1);
    expect(lines[3]).toMatchObject({ line: 4, error: { code: 'invalid_json' } });
    const files = lines.slice(0, 3).flatMap((answer) => answer.files);
    expect((await readdir(out)).sort()).toEqual([...files].sort());
    expect(lines.slice(0, 3).map(({ verdict, files }) => [verdict, files.length])).toEqual([
      ['eligible', 2],
      ['ineligible', 1],
      ['incomplete', 1],
    ]);
    for (const [index, name] of lines
      .slice(0, 3)
      .map(({ files }) => files[0])
      .entries()) {
      const input = [inputs[0], inputs[6], inputs[9]][index];
      const { text } = await readPdf(new Uint8Array(await readFile(join(out, name))));
      expect(text).toContain(input?.unit.name);
    }
  });

  test('gives two lines of one unit two files, and the same input the same bytes', async () => {
    const { lines } = await answers('report.ts', line(inputs[9]).repeat(2), ['--out', folder]);
    const [one, two] = lines.map(({ files }) => files[0]);
    expect(one).not.toBe(two);
    expect(await readFile(join(folder, one))).toEqual(await readFile(join(folder, two)));
  });

  test('numbers the documents of one input together, and takes away a certificate that no longer holds', async () => {
    const failing = { ...inputs[0], answers: { ...inputs[0]?.answers, children_abused: 5 } };
    const passed = await answers('report.ts', line(inputs[0]), ['--out', folder]);
    const certificate = passed.lines[0].files[1];
    expect(await readdir(folder)).toContain(certificate);

    const { lines } = await answers('report.ts', line(failing) + line(inputs[0]), ['--out', folder]);
    expect(lines[0]).toMatchObject({ verdict: 'ineligible', removed: [certificate] });
    expect(lines[1].files).toEqual([expect.stringMatching(/_2\.pdf$/), expect.stringMatching(/_2\.pdf$/)]);
    expect((await readdir(folder)).sort()).toEqual([...lines[0].files, ...lines[1].files].sort());
  });

  test('says in a sentence that the disk failed, after answering for what was written', async () => {
    const taken = (await answers('report.ts', line(inputs[6]), ['--out', folder])).lines[0].files[0];
    await rm(join(folder, taken));
    await mkdir(join(folder, taken));
    const { status, lines, err } = await answers('report.ts', line(inputs[9]) + line(inputs[6]), [
      '--out',
      folder,
    ]);
    expect(status).toBe(3);
    expect(lines).toHaveLength(1);
    expect(err).toMatch(/^Dừng giữa chừng: .*EISDIR|EPERM/);
    expect(err).not.toContain('    at ');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);

    const onFile = await answers('report.ts', line(inputs[9]), ['--out', join(root, 'README.md')]);
    expect(onFile).toMatchObject({ status: 3, lines: [] });
  });

  test('without a folder says how to call it, and exits with 2', async () => {
    const { status, err } = await answers('report.ts', '');
    expect(status).toBe(2);
    expect(err).toContain('--out');
  });
});

test('demo scores the sample district and writes every kind of PDF to ./out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  try {
    const child = run('demo.ts', [], { cwd: folder });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    const [status] = await once(child, 'close');
    expect(status).toBe(0);
    for (const { unit } of inputs) expect(out).toContain(unit.name);
    expect(out).toContain(builtInSets.get(currentSetId)?.legalBasis.vi);
    const files = await readdir(join(folder, 'out'));
    expect(files.filter((name) => name.startsWith('phieu-cham-diem_'))).toHaveLength(12);
    expect(files.filter((name) => name.startsWith('giay-cong-nhan_')).length).toBeGreaterThanOrEqual(4);
  } finally {
    await rm(folder, { recursive: true });
  }
});
