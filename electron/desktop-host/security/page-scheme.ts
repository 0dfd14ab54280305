/**
 * The page comes from `app://page/`, an origin of our own, never from `file://` or the network.
 *
 * Electron's security checklist, 1 "Only load secure content", 7 "Define a Content-Security-Policy" and 18 "Avoid usage of
 * the file:// protocol": a request is answered from the files that lay in the page's folder at the start, so that no path
 * is ever resolved from outside.
 */
import { protocol } from 'electron';
import { type PageFile, readPageFiles } from '../../page-files.ts';
import { pageHeaders } from '../../page-headers.ts';
import { isOfOurOrigin, pageScheme } from './own-origin.ts';

/** Must run before the application is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export async function servePage(folder: string): Promise<void> {
  const files = await readPageFiles(folder);
  protocol.handle(pageScheme, (request) => answer(request, files));
}

function answer({ url, method }: Request, files: ReadonlyMap<string, PageFile>): Response {
  if (method !== 'GET' && method !== 'HEAD') return refusal(405);
  const file = isOfOurOrigin(url) ? files.get(new URL(url).pathname) : undefined;
  if (file === undefined) return refusal(404);
  return new Response(method === 'GET' ? Buffer.from(file.bytes) : null, {
    headers: { ...pageHeaders, 'content-type': file.type },
  });
}

const refusal = (status: number) => new Response(null, { status, headers: pageHeaders });
