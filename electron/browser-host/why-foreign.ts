/** Whether a request comes from this host's own page, by what a browser says of it and no page can change. */
import type { IncomingMessage } from 'node:http';

/** `none`: typed, or opened by another program. */
const ownSites: readonly (string | undefined)[] = [undefined, 'same-origin', 'none'];

/** Why a request is refused, without a full stop; undefined for one that may be ours. `host` is `127.0.0.1:<port>`. */
export function whyForeign({ headers, headersDistinct }: IncomingMessage, host: string): string | undefined {
  // NOTE: a page of another site that points its own name at 127.0.0.1 (DNS rebinding) is known by its Host.
  if (headers.host !== host || headersDistinct.host?.length !== 1) return 'Địa chỉ máy chủ không đúng';
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return 'Yêu cầu đến từ trang khác';
  // NOTE: cookies know no port, so another program's page on 127.0.0.1 would bring the session of ours.
  if (!ownSites.includes(headers['sec-fetch-site']?.toString())) return 'Yêu cầu đến từ trang khác';
  return undefined;
}
