/** What a test needs of the program beside what it does on the screens. */
import type { Page } from 'playwright-core';
import type { Args, Method, Reply, Value } from '../../electron/api.ts';

/** Calls the program as the page does. Throws when it refuses. */
export async function call<M extends Method>(page: Page, method: M, args: Args<M>): Promise<Value<M>> {
  const reply = (await page.evaluate(
    async ([name, body]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`/api/${name}`, { method: 'POST', headers, body })).json();
    },
    [method, JSON.stringify(args)] as const,
  )) as Reply<Value<M>>;
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value;
}

/** The same from the page that a test has open at the moment. */
export function callsFrom(page: () => Page) {
  return <M extends Method>(method: M, args: Args<M>): Promise<Value<M>> => call(page(), method, args);
}
