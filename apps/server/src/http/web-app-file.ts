import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A file of the web app, held in memory. */
export interface WebAppFile {
  readonly path: string;
  readonly type: string;
  /** As it is, and compressed beforehand where the build has done that. */
  readonly bodies: Readonly<{ identity: Buffer; br?: Buffer | null; gzip?: Buffer | null }>;
}

/** What is below has the hash of its content in its name. */
export const ASSETS = '/assets/';

/** Sends a file, or says that the browser has it already. */
export function sendFile(
  { path, type, bodies }: WebAppFile,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const isAsset = path.startsWith(ASSETS);
  // The name of an asset says all about its content, so every server gives it the same tag.
  const etag = tagOf(isAsset ? path : bodies.identity);
  response.setHeader('content-type', type);
  response.setHeader('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('etag', etag);
  response.setHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const accepted = request.headers['accept-encoding'] ?? '';
  const encoding = (['br', 'gzip'] as const).find(
    (each) => bodies[each] && accepted.includes(each),
  );
  const body = (encoding && bodies[encoding]) ?? bodies.identity;
  if (encoding) response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

const tagOf = (text: string | Buffer): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
