import type { IncomingMessage } from 'node:http';

/** The most bytes of a form: a long text in an alphabet that is escaped. */
const LARGEST = 48 * 1024;

/** The fields of a form that a page has sent; null: it is none, or too large. */
export async function formIn(request: IncomingMessage): Promise<URLSearchParams | null> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  // A request's chunks are buffers as long as nobody sets an encoding.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
