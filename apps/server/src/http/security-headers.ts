import type { ServerResponse } from 'node:http';

/**
 * What browsers may do with our answers.
 * @param origin the origin people use; HSTS only makes sense where that is https
 * @param scripts hashes of inline scripts of the page, such as `'sha256-…'`
 */
export function setSecurityHeaders(
  response: ServerResponse,
  origin: string,
  scripts: readonly string[] = [],
): void {
  const socket = origin.replace(/^http/, 'ws');
  const policy = [
    `default-src 'none'`,
    `script-src ${["'self'", ...scripts].join(' ')}`,
    `style-src 'self'`,
    // The outbox shows mails, whose styles are attributes; attributes cannot load or run anything.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `media-src 'self' data: blob:`,
    `font-src 'self'`,
    // Older browsers do not count sockets as part of 'self'.
    `connect-src 'self' ${socket}`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `frame-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ];
  response.setHeader('content-security-policy', policy.join('; '));
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader(
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  );
  if (origin.startsWith('https:')) {
    response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
  }
}
