import { expect, test } from 'vitest';
import { pageHeaders } from './page-headers.ts';

test('either host sends just these headers, so that none is lost or loosened unseen', () => {
  expect(pageHeaders).toEqual({
    'content-security-policy':
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; font-src 'self'; " +
      "img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), display-capture=(), geolocation=(), hid=(), idle-detection=(), microphone=(), midi=(), payment=(), ' +
      'serial=(), usb=()',
    'x-dns-prefetch-control': 'off',
    'cache-control': 'no-store',
  });
});
