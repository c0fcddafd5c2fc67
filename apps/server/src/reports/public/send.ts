import { createHash } from 'node:crypto';
import type { Context } from '../../http/context.ts';
import { STYLE_HASH } from './style.ts';

/** What these pages may do: look as they look, send their forms to us, and nothing else. */
const POLICY = [
  `default-src 'none'`,
  `style-src ${STYLE_HASH}`,
  `font-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

export const HTML = 'text/html; charset=utf-8';
export const ATOM = 'application/atom+xml; charset=utf-8';
export const MARKDOWN = 'text/markdown; charset=utf-8';

/** Answers with a text that is asked for again each time, and sent again only when it has changed. */
export function sendText(
  { request, response }: Context,
  type: string,
  text: string,
  status = 200,
  cache = 'no-cache',
): void {
  response.setHeader('content-security-policy', POLICY);
  // Forms of a page without a referrer say that they come from nowhere.
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('content-type', type);
  response.setHeader('cache-control', status === 200 ? cache : 'no-store');
  if (status === 200) {
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    response.setHeader('etag', etag);
    const known = request.headers['if-none-match']?.split(/, */) ?? [];
    if (request.method !== 'POST' && known.some((each) => each.endsWith(etag))) {
      response.writeHead(304).end();
      return;
    }
  }
  response.setHeader('content-length', Buffer.byteLength(text));
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : text);
}
