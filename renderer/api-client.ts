/** The page's way to the services: the desktop bridge where there is one, otherwise the loopback host. */
import i18next from 'i18next';
import type { CallApi, DesktopBridge, Method, Reply, Value } from '../electron/api.ts';

declare global {
  interface Window {
    readonly desktop?: DesktopBridge;
  }
}

/** Browsers refuse requests that outlive their page above 64 KiB. */
const keepaliveLimit = 60_000;

const savesUnderWay = new Set<Promise<unknown>>();

export const callApi: CallApi = async (method, args) => {
  // NOTE: leaving an assessment saves it and shows the list at once, which must not be older than that save.
  if (method === 'assessments.list') await Promise.all(savesUnderWay);
  const desktop = window.desktop;
  const reply =
    desktop === undefined ? post(method, JSON.stringify(args)) : viaDesktop(() => desktop[method](args));
  if (method === 'assessments.save') {
    savesUnderWay.add(reply);
    void reply.finally(() => savesUnderWay.delete(reply));
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
  try {
    const response = await fetch(`/api/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      // NOTE: so that the last save still arrives when the tab is closed.
      keepalive: method === 'assessments.save' && new Blob([body]).size < keepaliveLimit,
      body,
    });
    if (response.status === 401 || response.status === 403)
      return unreachable(i18next.t('failure.sessionEnded'));
    const reply: unknown = await response.json();
    return isReply<Value<M>>(reply) ? reply : unreachable(i18next.t('failure.strangeAnswer'));
  } catch {
    return unreachable(i18next.t('failure.unreachable'));
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
