/** What is looked at on every screen: what axe finds, and what does not fit into the window. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Brings axe into a page, by the debugger: the page's security policy lets in no script of others. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(await source);
}

/** All that can be wrong with what is on the screen now, each in a line. */
export async function everything(page: Page): Promise<readonly string[]> {
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return [...(await tooWide(page)), ...(await violations(page, { type: 'tag', values }))];
}

/** The texts on the screen now whose colour is too near to that behind them. */
export function contrast(page: Page): Promise<readonly string[]> {
  return violations(page, { type: 'rule', values: ['color-contrast'] });
}

function violations(page: Page, runOnly: axe.RunOnly): Promise<readonly string[]> {
  return page.evaluate(async (only) => {
    const { violations: found } = await window.axe.run(document, {
      runOnly: only,
      resultTypes: ['violations'],
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
  }, runOnly);
}

/** The usual one, the smallest desktop, and 200 % zoom of the usual one. */
const windows = [
  { width: 1366, height: 768 },
  { width: 1024, height: 560 },
  { width: 683, height: 384 },
];

/** What makes one scroll sideways in any of the windows, each in a line. Only a table may, in a region of its own. */
async function tooWide(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const size of windows.toReversed()) {
    await page.setViewportSize(size);
    const found = await page.evaluate(async () => {
      // What floats beside a field follows it with the next frame.
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      const name = (element: Element) =>
        `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 40)}"`;
      const root = document.scrollingElement ?? document.documentElement;
      const whole = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide`] : [];
      const parts = [...document.querySelectorAll('body *')].filter((element) => {
        if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) return false;
        if (!['auto', 'scroll'].includes(getComputedStyle(element).overflowX)) return false;
        return !(element instanceof HTMLElement && element.tabIndex >= 0 && element.querySelector('table'));
      });
      return [...whole, ...parts.map((part) => `scrolls sideways: ${name(part)}`)];
    });
    faults.push(...found.map((fault) => `${size.width}x${size.height}: ${fault}`));
  }
  return faults;
}
