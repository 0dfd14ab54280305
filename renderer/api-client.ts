/** The page's way to the services: the desktop bridge where there is one, otherwise the loopback host. */
import i18next from 'i18next';
import type { CallApi, DesktopBridge, Method, Reply, Value } from '../electron/api.ts';

declare global {
  interface Window {
    readonly desktop?: DesktopBridge;
  }
}

/** Browsers refuse requests that outlive their page above 64 KiB, all of those under way taken together. */
const keepaliveLimit = 60_000;
let keepaliveUnderWay = 0;

const changing: ReadonlySet<Method> = new Set([
  'assessments.save',
  'assessments.move',
  'backups.restore',
  'setDrafts.save',
  'sheets.import',
]);
const changesUnderWay = new Set<Promise<unknown>>();
/** What shows the outcome of those. */
const showing: ReadonlySet<Method> = new Set([
  'assessments.list',
  'assessments.moves',
  'assessments.open',
  'backups.list',
  'criteria.overview',
  'recovery.overview',
  'setDrafts.open',
  'sheets.check',
]);

export const callApi: CallApi = async (method, args) => {
  // NOTE: leaving an assessment saves it and shows the list at once, which must not be older than that save.
  if (showing.has(method)) await Promise.all(changesUnderWay);
  const desktop = window.desktop;
  const reply =
    desktop === undefined ? post(method, JSON.stringify(args)) : viaDesktop(() => desktop[method](args));
  if (changing.has(method)) {
    changesUnderWay.add(reply);
    void reply.finally(() => changesUnderWay.delete(reply));
  }
  return reply;
};

async function viaDesktop<T>(call: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await call();
  } catch {
    return unreachable(i18next.t('failure.desktopSilent'));
  }
}

async function post<M extends Method>(method: M, body: string): Promise<Reply<Value<M>>> {
  const size = new Blob([body]).size;
  // NOTE: so that the last saves still arrive when the tab is closed.
  const keepalive = method === 'assessments.save' && keepaliveUnderWay + size < keepaliveLimit;
  if (keepalive) keepaliveUnderWay += size;
  try {
    const response = await fetch(`/api/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      keepalive,
      body,
    });
    if (response.status === 401 || response.status === 403)
      return unreachable(i18next.t('failure.sessionEnded'));
    const reply: unknown = await response.json();
    return isReply<Value<M>>(reply) ? reply : unreachable(i18next.t('failure.strangeAnswer'));
  } catch {
    return unreachable(i18next.t('failure.unreachable'));
  } finally {
    if (keepalive) keepaliveUnderWay -= size;
  }
}

function isReply<T>(reply: unknown): reply is Reply<T> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply;
}

function unreachable(message: string): {
  readonly ok: false;
  readonly error: { code: 'unreachable'; message: string };
} {
  return { ok: false, error: { code: 'unreachable', message } };
}
