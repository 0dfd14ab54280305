/**
 * What both hosts say with every answer of theirs, so that the page is held to the same rules in either. Node itself answers
 * what it does not take for a request.
 */
import { contentSecurityPolicy } from './content-security-policy.ts';

/** What a page of ours never asks of a machine; the desktop host denies far more, by its table of permissions. */
const refusedFeatures = [
  'camera',
  'display-capture',
  'geolocation',
  'hid',
  'idle-detection',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

export const pageHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
  'x-dns-prefetch-control': 'off',
  'cache-control': 'no-store',
} as const;
