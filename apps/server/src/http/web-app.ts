import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
  '.txt': 'text/plain; charset=utf-8',
};

const ENCODINGS = { br: '.br', gzip: '.gz' } as const;

interface Asset {
  readonly file: string;
  readonly type: string;
  readonly etag: string;
  readonly caching: string;
  /** The ways it lies there compressed, best first. */
  readonly encodings: readonly (keyof typeof ENCODINGS)[];
}

export interface WebApp {
  /** Answers with a file of the web app, or with its page for every other path. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, path: string) => void;
  /** Hashes of the page's inline scripts, for the content security policy. */
  readonly scripts: readonly string[];
}

/** @param folder what the build of the web app has made; read once, here */
export function readWebApp(folder: string): WebApp {
  const assets = new Map(existsSync(folder) ? listAssets(folder) : []);
  const page = assets.get('/index.html');
  return {
    scripts: page ? inlineScripts(readFileSync(page.file, 'utf8')) : [],
    answer: (request, response, path) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD').writeHead(405).end();
        return;
      }
      const asset = assets.get(path) ?? (looksLikeFile(path) ? undefined : page);
      if (asset) send(asset, request, response);
      else sayMissing(response, page !== undefined);
    },
  };
}

function listAssets(folder: string): [string, Asset][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TYPES[extname(entry.name)] !== undefined)
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      const { size, mtimeMs } = statSync(file);
      return [
        path,
        {
          file,
          type: TYPES[extname(entry.name)] ?? 'application/octet-stream',
          etag: `"${createHash('sha256').update(`${path} ${size} ${mtimeMs}`).digest('base64url').slice(0, 16)}"`,
          caching: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          encodings: (['br', 'gzip'] as const).filter((each) => existsSync(file + ENCODINGS[each])),
        },
      ];
    });
}

/** A missing script must not be answered with the page: it would be run as one. */
function looksLikeFile(path: string): boolean {
  return path.startsWith('/assets/') || TYPES[extname(path)] !== undefined;
}

function send(asset: Asset, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('content-type', asset.type);
  response.setHeader('cache-control', asset.caching);
  response.setHeader('etag', asset.etag);
  response.setHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === asset.etag) {
    response.writeHead(304).end();
    return;
  }
  const accepted = request.headers['accept-encoding'] ?? '';
  const encoding = asset.encodings.find((each) => accepted.includes(each));
  const file = encoding ? asset.file + ENCODINGS[encoding] : asset.file;
  if (encoding) response.setHeader('content-encoding', encoding);
  const stream = createReadStream(file);
  stream.once('open', () => {
    response.setHeader('content-length', statSync(file).size);
    if (request.method === 'HEAD') {
      stream.destroy();
      response.end();
      return;
    }
    // Who goes away in the middle needs no answer.
    pipeline(stream, response).catch(() => response.destroy());
  });
  stream.once('error', () => {
    if (!response.headersSent) sayMissing(response, true);
  });
}

function sayMissing(response: ServerResponse, isBuilt: boolean): void {
  for (const name of ['cache-control', 'content-encoding', 'etag']) response.removeHeader(name);
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  if (isBuilt) response.writeHead(404).end('There is nothing here.\n');
  else response.writeHead(503).end('The web app is not built. Start with `npm start`.\n');
}

function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
}
