/** From a key to the new total on the screen, in a slow browser, over the figures of a whole assessment. */
import type { Page } from 'playwright-core';
import type { Assessment } from '../criteria/assessment.ts';
import { messages } from '../renderer/messages/vi/index.ts';
import { sets } from './district.ts';
import { median, percentile, type Row, rounded } from './measure.ts';
import { Stage, throttle } from './ui-page.ts';

const wanted = 240;
/** From one key to the next, in milliseconds, as somebody types; what the page does meanwhile, saving too, is in the figures. */
const betweenKeys = 120;

/** What the total in the header is called. */
const totalName = messages.walk.total;

/** What the page notes of a press that changed the total, in milliseconds. */
interface Press {
  readonly key: string;
  /** From the event's time stamp to the beginning of the frame with the new total, and to the task after it. */
  readonly toFrame: number;
  readonly throughFrame: number;
}

declare global {
  interface Window {
    presses: Press[];
    /** Of the key events that took 16 ms or more from the press to the paint after it, as the browser says. */
    painted: number[];
  }
}

export async function keyRow(all: readonly Assessment[]): Promise<Row> {
  const stage = await Stage.set(all);
  const page = await stage.page();
  const [first] = all;
  await page.goto(stage.at(`/phieu/${first?.id}`));
  await watch(page);
  const presses: Press[] = [];
  const painted: number[] = [];
  const criteria = new Set<string>();
  const fields = new Set<string>();
  for (let round = 0; presses.length < wanted; round += 1) {
    const assessment = all[round];
    if (assessment === undefined)
      throw new Error(`no more than ${presses.length} key presses change a total`);
    for (const { criterion, indicator, text, digits } of figures(assessment)) {
      if (presses.length >= wanted) break;
      await page.goto(stage.at(`/phieu/${assessment.id}/tieu-chi/${criterion}`));
      const field = page.getByRole('textbox', { name: text, exact: true });
      await field.focus();
      await page.keyboard.press('End');
      for (const key of [...digits.map(() => 'Backspace'), ...digits]) {
        await page.keyboard.press(key);
        await page.waitForTimeout(betweenKeys);
      }
      const seen = await page.evaluate(() => ({
        presses: window.presses.splice(0),
        painted: window.painted.splice(0),
      }));
      if (seen.presses.length > 0) {
        criteria.add(criterion);
        fields.add(indicator);
      }
      presses.push(...seen.presses);
      painted.push(...seen.painted);
    }
  }
  await stage.strike();
  const taken = presses.map(({ throughFrame }) => throughFrame);
  const begun = presses.map(({ toFrame }) => toFrame);
  return {
    id: 'ui.key',
    value: rounded(percentile(taken, 95)),
    unit: 'ms',
    target: '<=50',
    detail: {
      throttle,
      presses: taken.length,
      digits: presses.filter(({ key }) => /^\d$/.test(key)).length,
      criteria: criteria.size,
      fields: fields.size,
      'median ms': rounded(median(taken)),
      'p95 ms': rounded(percentile(taken, 95)),
      'longest ms': rounded(Math.max(...taken)),
      'to the beginning of the frame, median ms': rounded(median(begun)),
      'to the beginning of the frame, p95 ms': rounded(percentile(begun, 95)),
      'event to paint, median ms': median(painted),
      'event to paint, p95 ms': percentile(painted, 95),
      'event to paint, presses': painted.length,
    },
  };
}

/** Every figure above the line of an assessment: changing one moves its indicator from band to band. */
function figures({ answers }: Assessment) {
  const labels = new Map(sets.current.facts.map(({ id, label }) => [id, label.vi]));
  return sets.current.criteria.flatMap(({ id: criterion, indicators }) =>
    indicators.flatMap((indicator) => {
      if (indicator.kind === 'check') return [];
      const value = answers[indicator.numerator]?.value;
      const text = labels.get(indicator.numerator);
      if (typeof value !== 'number' || text === undefined) return [];
      return [{ criterion, indicator: indicator.id, text, digits: [...String(value)] }];
    }),
  );
}

/** Makes the page note each press that changes the total in the header, on whatever screen it is shown. */
async function watch(page: Page): Promise<void> {
  await page.getByRole('region', { name: totalName }).waitFor();
  await page.evaluate((name) => {
    window.presses = [];
    window.painted = [];
    const text = () => document.querySelector(`[aria-label="${name}"]`)?.textContent;
    let shown = text();
    let pressed: KeyboardEvent | undefined;
    window.addEventListener('keydown', (event) => (pressed = event), { capture: true });
    new MutationObserver(() => {
      const before = shown;
      shown = text();
      const event = pressed;
      if (shown === before || event === undefined) return;
      pressed = undefined;
      requestAnimationFrame(() => {
        const toFrame = performance.now() - event.timeStamp;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () =>
          window.presses.push({ key: event.key, toFrame, throughFrame: performance.now() - event.timeStamp });
        port2.postMessage(undefined);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    new PerformanceObserver((list) => {
      for (const { name: kind, duration } of list.getEntries())
        if (kind === 'keydown') window.painted.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  }, totalName);
}
