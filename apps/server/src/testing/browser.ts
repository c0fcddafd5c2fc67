import { request as plain, type IncomingHttpHeaders } from 'node:http';
import { request as secure, type RequestOptions } from 'node:https';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body, parsed; throws when it is no JSON. */
  readonly json: () => unknown;
}

/** Somebody's browser, as far as the server can tell: it keeps cookies and says where it is. */
export interface Browser {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  readonly post: (path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>;
  /** @param body as JSON; a text is sent as it is, and said to be JSON all the same */
  readonly send: (
    method: string,
    path: string,
    body?: object | string,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  readonly cookies: Map<string, string>;
}

/**
 * @param origin what the address bar shows, where that is not the server's own address
 * @param way how it gets there: from which address, whom it trusts, how it finds names
 */
export function browser(url: string, origin = url, way: RequestOptions = {}): Browser {
  const cookies = new Map<string, string>();
  const send: Browser['send'] = async (method, path, body, headers = {}) => {
    const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const all: Record<string, string> = {
      ...(method !== 'GET' && { origin }),
      ...(payload !== undefined && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(payload)),
      }),
      ...(cookies.size > 0 && {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      }),
      ...headers,
    };
    const answer = await ask(new URL(path, url), { ...way, method, headers: all }, payload);
    for (const cookie of answer.headers['set-cookie'] ?? []) keep(cookies, cookie);
    return answer;
  };
  return {
    cookies,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body = {}, headers = {}) => send('POST', path, body, headers),
  };
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
  if (value === '' || /max-age=0/i.test(cookie)) cookies.delete(name);
  else cookies.set(name, value);
}

/** By Node's own clients, because fetch does not let one say an origin. */
function ask(url: URL, options: RequestOptions, body: string | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? secure : plain;
    const asking = request(url, { ...options, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json: () => JSON.parse(text) as unknown,
        });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
