/**
 * What the page may load: its own scripts, threads, styles, fonts, pictures and calls. Nothing inline, nothing from outside,
 * and no frame, plugin, film or manifest at all. A `blob:` picture is a photo that the page itself was given, as evidence.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
