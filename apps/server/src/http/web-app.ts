import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KeptAssets } from './kept-assets.ts';
import { isFilePath } from './web-app-build.ts';
import { ASSETS, sendFile, type WebAppFile } from './web-app-file.ts';

export interface WebApp {
  /** Answers with a file of the web app, or with its page for every other path. */
  readonly answer: (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ) => Promise<void>;
  /** Hashes of the page's inline scripts, for the content security policy. */
  readonly scripts: readonly string[];
  /** A font of the app, for pages that are none of it; by the beginning of its file's name. */
  readonly font: (name: string) => Buffer | undefined;
  /** What tells this build from others, as its page says; null: not built. */
  readonly build: string | null;
}

/**
 * @param build what the build of the web app has made, by path
 * @param kept where the assets of other releases are, which people's open pages may still ask for
 */
export function makeWebApp(build: ReadonlyMap<string, WebAppFile>, kept: KeptAssets): WebApp {
  const page = build.get('/index.html');
  const html = page?.bodies.identity.toString() ?? '';

  async function find(path: string): Promise<WebAppFile | undefined> {
    const own = build.get(path);
    if (own) return own;
    if (path.startsWith(ASSETS)) return mayBeAsset(path) ? kept.find(path) : undefined;
    // A missing file must not be answered with the page: a script would be run as one.
    return isFilePath(path) ? undefined : page;
  }

  return {
    scripts: inlineScripts(html),
    font: (name) =>
      [...build.values()].find(
        ({ path }) => path.startsWith(`${ASSETS}${name}-`) && path.endsWith('.woff2'),
      )?.bodies.identity,
    build: /<meta name="build" content="([^"]+)"/.exec(html)?.[1] ?? null,
    answer: async (request, response, path) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD').writeHead(405).end();
        return;
      }
      const file = await find(path);
      if (file) sendFile(file, request, response);
      else sayMissing(response, page !== undefined);
    },
  };
}

const mayBeAsset = (path: string): boolean =>
  isFilePath(path) && /^\/assets\/[\w.-]{1,100}$/.test(path);

function sayMissing(response: ServerResponse, isBuilt: boolean): void {
  // Another server may have it in a moment.
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  if (isBuilt) response.writeHead(404).end('There is nothing here.\n');
  else response.writeHead(503).end('The web app is not built. Start with `npm start`.\n');
}

function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
}
