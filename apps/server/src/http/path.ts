import type { IncomingMessage } from 'node:http';

/**
 * The path that a request asks for. Never throws: Node.js hands over whatever stood in the first
 * line, and `//` for example is no address; there is nothing at such a path.
 */
export function pathOf({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  return URL.parse(url, 'http://localhost')?.pathname ?? '/.unreadable';
}
