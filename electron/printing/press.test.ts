import { afterAll, describe, expect, test } from 'vitest';
import { scorecardInput, unit } from '../../tests/example-document-input.ts';
import { knownRules } from '../../tests/example-sheet.ts';
import { readPdf } from '../../tests/read-pdf.ts';
import type { PrintOrder } from '../documents/document-input.ts';
import { printDocument } from '../documents/print.ts';
import { Press } from './press.ts';

const press = new Press(2);
afterAll(() => press.close());

const scorecard = (name: string): PrintOrder => ({
  kind: 'scorecard',
  input: scorecardInput(undefined, { unit: { ...unit, name } }),
});

describe('the press', () => {
  test('gives the bytes that are given without it, whichever thread prints and whatever was printed before', async () => {
    const orders = ['Xã Một', 'Xã Hờ Ơ', 'Xã Ba', 'Xã Bốn', 'Xã Năm', 'Xã Sáu'].map(scorecard);
    const printed = await Promise.all([...orders, ...orders].map((order) => press.print(order)));
    const alone = await Promise.all(orders.map(printDocument));
    expect(printed.slice(0, 6)).toEqual(printed.slice(6));
    expect(printed.map(({ bytes }) => Buffer.from(bytes))).toEqual(
      [...alone, ...alone].map(({ bytes }) => Buffer.from(bytes)),
    );
  });

  test('goes on after an order that cannot be printed, which is told', async () => {
    const draft = scorecardInput(undefined, { status: 'draft' });
    await expect(press.print({ kind: 'certificate', input: draft })).rejects.toThrow('chưa chốt');
    expect((await press.print(scorecard('Xã Sau'))).fileName).toContain('xa-sau');
  });

  test('leaves the event loop to others while it prints', async () => {
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    await press.print(scorecard('Xã Chậm'));
    clearInterval(turning);
    expect(turns).toBeGreaterThan(1);
  });

  test('puts documents into one file, in their order', async () => {
    const merged = await press.printMerged('Cả huyện', [scorecard('Xã Đầu'), scorecard('Xã Cuối')]);
    const { pages, info } = await readPdf(merged);
    expect(info.Title).toBe('Cả huyện');
    expect(pages.length % 2).toBe(0);
    const half = pages.length / 2;
    expect(pages[half - 1]?.text).toContain(`Trang ${half}/${half}`);
    expect(pages[half]?.text).toContain('Xã Cuối');
  });

  test('stops a long work at once when it is no longer wanted', async () => {
    const many = Array.from({ length: 300 }, (_, index) => scorecard(`Xã ${index}`));
    const unwanted = new AbortController();
    const merging = press.printMerged('Nhiều', many, unwanted.signal);
    unwanted.abort();
    await expect(merging).rejects.toThrow();
    expect((await press.print(scorecard('Xã Kế'))).bytes.length).toBeGreaterThan(0);
  });

  test('tells its own sheets from others', async () => {
    const { bytes } = await press.print(scorecard('Xã Thật'));
    expect((await press.examine(bytes, knownRules)).verdict).toBe('altered');
    expect((await press.examine(new Uint8Array(9), knownRules)).verdict).toBe('not_ours');
  });

  test('gives a file up that cannot be read in time, and tells the next from that one', async () => {
    const hurried = new Press(1, 1);
    const { bytes } = await press.print(scorecard('Xã Thật'));
    const found = await Promise.all([hurried.examine(bytes, knownRules), hurried.examine(bytes, knownRules)]);
    for (const { verdict } of found) expect(verdict).toBe('not_ours');
    await hurried.close();
    const [first, second] = await Promise.all([
      press.examine(new Uint8Array(9), knownRules),
      press.examine(bytes, knownRules),
    ]);
    expect([first.verdict, second.verdict]).toEqual(['not_ours', 'altered']);
  });

  test('once closed prints again with new threads', async () => {
    const other = new Press(1);
    await other.close();
    expect((await other.print(scorecard('Xã Lại'))).bytes.length).toBeGreaterThan(0);
    await other.close();
  });
});
