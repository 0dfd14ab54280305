/** The one address of the page. Whatever decides who is ours asks here. */
export const pageScheme = 'app';
const pageHost = 'page';
export const pageOrigin = `${pageScheme}://${pageHost}`;

/**
 * Whether a URL lies in our origin: compared by its parts, because `app://page.evil/` and `app://page@evil/` begin like
 * ours.
 */
export function isOfOurOrigin(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  const { protocol, host, username, password } = parsed;
  return protocol === `${pageScheme}:` && host === pageHost && username === '' && password === '';
}
