/**
 * What the page may load: its own scripts, styles, fonts and calls, and PDFs that it made itself. Nothing from outside.
 * NOTE: styles may stand inline because the component library writes its colour variables into a style element.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
