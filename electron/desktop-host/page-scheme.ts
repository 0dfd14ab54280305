/** The page comes from `app://page/`, an origin of our own, never from `file://` or the network. */
import { protocol } from 'electron';
import { contentSecurityPolicy } from '../content-security-policy.ts';
import { readPageFiles } from '../page-files.ts';

const scheme = 'app';
export const pageOrigin = `${scheme}://page`;

/** Must run before the application is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export async function servePage(folder: string): Promise<void> {
  const files = await readPageFiles(folder);
  protocol.handle(scheme, (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === 'page' ? files.get(pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404 });
    return new Response(Buffer.from(file.bytes), {
      headers: {
        'content-type': file.type,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    });
  });
}
