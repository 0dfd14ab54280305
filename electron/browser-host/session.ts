/**
 * Who may talk to the loopback host: the browser that brought the one-time token from the address that was opened or
 * printed. The token is exchanged once for a session cookie; a used token opens nothing.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';

const secret = () => randomBytes(32).toString('base64url');

export class Session {
  readonly #cookieName: string;
  readonly #key = secret();
  #token = secret();

  /** Cookies are shared between ports of one host, so the name holds the port. */
  constructor(port: number) {
    this.#cookieName = `child-friendly-${port}`;
  }

  /** The token that the next browser may bring. */
  get token(): string {
    return this.#token;
  }

  /** The `Set-Cookie` value when the token is the current one, which is then used up; undefined otherwise. */
  exchange(token: string): string | undefined {
    if (!same(token, this.#token)) return undefined;
    this.#token = secret();
    return `${this.#cookieName}=${this.#key}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** Whether a `Cookie` header holds this session's key. */
  admits(cookies: string | undefined): boolean {
    return (cookies ?? '').split(';').some((cookie) => {
      const [name, value] = cookie.trim().split('=', 2);
      return name === this.#cookieName && value !== undefined && same(value, this.#key);
    });
  }
}

function same(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
