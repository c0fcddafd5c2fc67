import { once } from 'node:events';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { browser, type Browser } from '../testing/browser.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { version } from '../version.ts';

/** Of an OpenAPI document, what is looked at here. */
interface Operation {
  operationId: string;
  parameters?: { name: string; in: string }[];
  responses: Record<string, object>;
}

let server: TestServer;
let there: Browser;

beforeAll(async () => {
  server = await testServer();
  there = browser(server.url);
});

describe('health', () => {
  it('/health says that the process lives, /ready that it may be sent people', async () => {
    expect((await there.get('/health')).json()).toEqual({ status: 'alive' });
    expect((await there.get('/ready')).json()).toEqual({ status: 'ready' });
  });

  it('/release says what runs here, and is never kept by anybody on the way', async () => {
    const answer = await there.get('/release');
    const page = (await there.get('/')).text;
    const web = /<meta name="build" content="([^"]+)"/.exec(page)?.[1] ?? null;
    expect(answer.json()).toEqual({ release: version, web });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('/ready says no when the database does not answer', async () => {
    const other = await testServer();
    onTestFinished(other.stop);
    await other.app.pool.end();
    const answer = await browser(other.url).get('/ready');
    expect(answer.status).toBe(503);
    expect(answer.json()).toMatchObject({ problem: 'database' });
    // Let it stop as usual: a pool can be ended once only.
    other.app.pool.end = () => Promise.resolve();
  });
});

describe('the API', () => {
  it('describes itself, with every error it may answer', async () => {
    const document = (await there.get('/api/openapi.json')).json() as {
      openapi: string;
      paths: Record<string, Record<string, Operation>>;
    };
    expect(document.openapi).toMatch(/^3\.1/);
    const all = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    expect(all.length).toBeGreaterThan(30);
    expect(new Set(all.map(({ operation }) => operation.operationId)).size).toBe(all.length);
    for (const { path, method, operation } of all) {
      const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = (operation.parameters ?? []).filter((each) => each.in === 'path');
      expect(named.map(({ name }) => name)).toEqual(placeholders);
      const everywhere = ['200', '400', '429', '503', ...(method === 'get' ? [] : ['403', '413'])];
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(everywhere));
    }
    expect(document.paths['/me/sign-up']?.['post']?.responses).toHaveProperty('410');
  });

  it('names the input that is wrong', async () => {
    const answer = await there.post('/api/me/sign-up', { name: 'A', email: 'nowhere' });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({
      defined: true,
      code: 'bad-input',
      message: expect.stringMatching(/^email: /),
    });
  });

  it('refuses what is no JSON, and what is too large', async () => {
    const wrong = await there.send('POST', '/api/me/sign-up', '{"name": ');
    expect(wrong.json()).toMatchObject({ defined: true, code: 'bad-input' });
    const large = await there.post('/api/me/sign-up', { name: 'x'.repeat(300_000) });
    expect(large.json()).toMatchObject({ defined: true, code: 'too-large' });
    const auth = await there.post('/api/auth/sign-in/email', { email: 'x'.repeat(10_000) });
    expect(auth.json()).toMatchObject({ code: 'too-large' });
  });

  it('knows nothing of what it does not have', async () => {
    expect((await there.get('/api/nothing')).json()).toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['GET', '//', 'localhost', 200],
    ['GET', '/api//', 'localhost', 404],
    ['GET', '/api/%', 'localhost', 404],
    ['GET', '/api/meetings/%ff', 'localhost', 400],
    ['GET', '/api/server', '[', 200],
    ['GET', '/api/server', 'a b', 200],
    ['GET', '/api/auth/get-session', '[', 200],
    ['POST', '/api/auth/sign-in/email', '[', 400],
  ] as const)('%s %s for the host “%s” is no defect: %i', async (method, path, host, status) => {
    expect(await statusOf(method, path, host)).toBe(status);
  });

  it('is for people who are signed in', async () => {
    expect((await there.get('/api/me')).json()).toMatchObject({ code: 'signed-out' });
  });

  it('lets nothing out of a defect but its number', async () => {
    const other = await testServer();
    onTestFinished(other.stop);
    await other.app.pool.query('drop table server_owner');
    const answer = await browser(other.url).get('/api/server');
    expect(answer.status).toBe(500);
    expect(answer.json()).toMatchObject({ code: 'defect' });
    expect(answer.text).toContain(answer.headers['x-request-id']);
    expect(answer.text).not.toContain('server_owner');
  });

  it('is not for pages of others, whatever they send', async () => {
    const evil = browser(server.url, 'https://evil.example');
    const answer = await evil.post('/api/server/claim', {});
    expect(answer.json()).toMatchObject({ code: 'wrong-origin' });
    const withoutOrigin = await there.send(
      'POST',
      '/api/server/claim',
      {},
      {
        origin: '',
        'sec-fetch-site': 'cross-site',
      },
    );
    expect(withoutOrigin.json()).toMatchObject({ code: 'wrong-origin' });
  });
});

/** Written by hand: no client of HTTP sends such paths and hosts. */
async function statusOf(method: string, path: string, host: string): Promise<number> {
  const socket = connect(server.port, 'localhost');
  socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
  let said = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) said += chunk.toString();
  return Number(said.split(' ')[1]);
}

describe('every answer', () => {
  it.each(['/', '/health', '/api/server', '/nothing.js'])(
    '%s comes with strict headers',
    async (path) => {
      const { headers } = await there.get(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers['content-security-policy']).toContain(
        `connect-src 'self' ws://localhost:${server.port}`,
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-request-id']).toBeTruthy();
    },
  );

  it('asks for https where the public address is https', async () => {
    const other = await testServer({ RONDO_PUBLIC_URL: 'https://rondo.example.org' });
    onTestFinished(other.stop);
    const { headers } = await browser(other.url).get('/');
    expect(headers['strict-transport-security']).toContain('max-age=');
    expect(headers['content-security-policy']).toContain("'self' wss://rondo.example.org");
  });
});

describe('sockets', () => {
  async function upgrade(path: string, headers: Record<string, string>): Promise<string> {
    const socket = connect(server.port, 'localhost');
    await once(socket, 'connect');
    const lines = Object.entries({
      host: `localhost:${server.port}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`);
    socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(socket, 'close');
    return said.split('\r\n')[0] ?? '';
  }

  it('of pages of others are refused', async () => {
    expect(await upgrade('/live', { origin: 'https://evil.example' })).toBe(
      'HTTP/1.1 403 Forbidden',
    );
    expect(await upgrade('/live', { origin: `http://localhost:${server.port + 1}` })).toBe(
      'HTTP/1.1 403 Forbidden',
    );
    expect(await upgrade('/live', { origin: 'null' })).toBe('HTTP/1.1 403 Forbidden');
  });

  it('elsewhere than at /live are refused', async () => {
    expect(await upgrade('/elsewhere', { origin: server.url })).toBe('HTTP/1.1 404 Not Found');
  });

  it.each(['//', '///live', 'http://[', 'http://:1:1/live'])(
    'to %s, which is no address, are refused, and the server lives on',
    async (path) => {
      expect(await upgrade(path, { origin: server.url })).toBe('HTTP/1.1 404 Not Found');
      expect((await there.get('/health')).status).toBe(200);
    },
  );
});
