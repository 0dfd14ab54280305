/** From the start of the page to a list that can be used, in a slow browser with nothing cached; and what it loads for that. */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { assessments } from './district.ts';
import { median, type Row, rounded } from './measure.ts';
import { Stage, throttle } from './ui-page.ts';

const starts = 7;
/** How long nothing is loaded once all is, in milliseconds. */
const quietAfter = 700;

declare global {
  interface Window {
    /** When the frame was there that shows rows in the table, in milliseconds of this page. */
    rowsAt?: number;
  }
}

interface Start {
  /** Rows are there, and so is everything that was asked for until then, in milliseconds from the navigation. */
  readonly usable: number;
  readonly rows: number;
  /** Gzipped bytes of the scripts that were asked for before the list could be used, and of all. */
  readonly firstScripts: number;
  readonly allScripts: number;
  readonly styles: number;
}

/** `ui.start` with as many assessments as a province has in a year, and `ui.js`. */
export async function startRows(year: number): Promise<readonly Row[]> {
  const many = await measured(1_000, year);
  const few = await measured(20, year);
  const [any] = many;
  if (any === undefined) throw new Error('the page was never started');
  const seconds = (of: readonly number[]) => rounded(median(of) / 1_000);
  const kilobytes = (bytes: number) => rounded(bytes / 1_000);
  const usable = (of: readonly Start[]) => of.map((start) => start.usable);
  return [
    {
      id: 'ui.start',
      value: seconds(usable(many)),
      unit: 's',
      target: '<=2',
      detail: {
        throttle,
        starts,
        '1000 s': seconds(usable(many)),
        '1000, rows s': seconds(many.map(({ rows }) => rows)),
        '1000, slowest s': rounded(Math.max(...usable(many)) / 1_000),
        '20 s': seconds(usable(few)),
        '20, rows s': seconds(few.map(({ rows }) => rows)),
        '20, slowest s': rounded(Math.max(...usable(few)) / 1_000),
      },
    },
    {
      id: 'ui.js',
      value: kilobytes(any.firstScripts),
      unit: 'kB',
      target: '<=250',
      detail: {
        'first screen kB': kilobytes(any.firstScripts),
        'whole program kB': kilobytes(any.allScripts),
        'styles kB': kilobytes(any.styles),
      },
    },
  ];
}

async function measured(count: number, year: number): Promise<readonly Start[]> {
  const stage = await Stage.set(assessments(count, year));
  const all: Start[] = [];
  // NOTE: the first one is not counted: the browser process itself is still warming up.
  for (let n = 0; n <= starts; n += 1) {
    const page = await stage.page();
    const start = await started(page, stage.at('/'));
    if (n > 0) all.push(start);
    await page.context().close();
  }
  await stage.strike();
  return all;
}

async function started(page: Page, address: string): Promise<Start> {
  const loaded: Response[] = [];
  page.on('response', (response) => {
    if (['script', 'stylesheet'].includes(response.request().resourceType())) loaded.push(response);
  });
  await page.addInitScript(() => {
    const look = () => {
      // NOTE: only rows of the list lead anywhere; another table on the screen is there before it.
      if (document.querySelector('tbody a') === null) return;
      seeing.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          window.rowsAt = performance.now();
        };
        port2.postMessage(undefined);
      });
    };
    const seeing = new MutationObserver(look);
    seeing.observe(document, { subtree: true, childList: true });
  });
  await page.goto(address);
  await page.waitForFunction(() => window.rowsAt !== undefined);
  const { rows, resources } = await page.evaluate(async (quiet) => {
    const all = () => performance.getEntriesByType('resource');
    for (let before = -1; before < all().length; await new Promise((over) => setTimeout(over, quiet)))
      before = all().length;
    return {
      rows: window.rowsAt ?? 0,
      resources: all().map(({ name, startTime, duration }) => ({
        name,
        startTime,
        ended: startTime + duration,
      })),
    };
  }, quietAfter);
  const first = resources.filter(({ startTime }) => startTime < rows);
  const gzipped = async (ending: string, wanted: (address: string) => boolean) => {
    let bytes = 0;
    for (const response of loaded)
      if (response.url().endsWith(ending) && wanted(response.url()))
        bytes += gzipSync(await response.body()).length;
    return bytes;
  };
  const isFirst = (address: string) => first.some(({ name }) => name === address);
  return {
    usable: Math.max(rows, ...first.map(({ ended }) => ended)),
    rows,
    firstScripts: await gzipped('.js', isFirst),
    allScripts: await gzipped('.js', () => true),
    styles: await gzipped('.css', isFirst),
  };
}
