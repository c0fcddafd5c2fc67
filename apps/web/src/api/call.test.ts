import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { errorCode } from './call.ts';
import { call } from './every.ts';

const heard: { line: string; type: string | undefined; body: string }[] = [];
let answer: (response: ServerResponse) => void;

const server = createServer((request: IncomingMessage, response) => {
  void text(request).then((body) => {
    heard.push({
      line: `${request.method} ${request.url}`,
      type: request.headers['content-type'],
      body,
    });
    answer(response);
  });
});

const json =
  (status: number, body: unknown, headers = {}) =>
  (response: ServerResponse) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  vi.stubGlobal('location', { href: `http://127.0.0.1:${port}/m/somewhere` });
});

afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

test('reading: what the path does not name becomes the query, what is absent is left out', async () => {
  answer = json(200, { meetings: [], next: null });
  const found = await call.meetings.list({
    team: 'a/b',
    status: 'ended',
    limit: 3,
    before: undefined,
  });
  expect(found).toEqual({ meetings: [], next: null });
  expect(heard.pop()).toEqual({
    line: 'GET /api/teams/a%2Fb/meetings?status=ended&limit=3',
    type: undefined,
    body: '',
  });
});

test('changing: what the path does not name becomes the body', async () => {
  answer = json(200, {});
  await call.meetings.enterAsGuest({ meeting: 'm1', name: 'Ada' });
  expect(heard.pop()).toEqual({
    line: 'POST /api/meetings/m1/guests',
    type: 'application/json',
    body: '{"name":"Ada"}',
  });
});

test('an error of the API keeps its code', async () => {
  answer = json(423, { defined: true, code: 'locked', status: 423, message: 'Locked.' });
  const refused = call.meetings.enterAsGuest({ meeting: 'm1', name: 'Ada' });
  expect(await refused.catch(errorCode)).toBe('locked');
});

test('an answer of something in between is a defect', async () => {
  answer = (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<p>Bad');
  expect(await call.me.get({}).catch(errorCode)).toBe('defect');
});

test('no answer is offline', async () => {
  answer = (response) => response.destroy();
  expect(await call.me.get({}).catch(errorCode)).toBe('offline');
});

test('a file stays a file, also one of JSON', async () => {
  answer = json(200, { format: 1 }, { 'content-disposition': 'inline; filename="outcome.json"' });
  const file = await call.outcomes.file({ meeting: 'm1', format: 'json', language: 'de' });
  expect(await file.text()).toBe('{"format":1}');
});
