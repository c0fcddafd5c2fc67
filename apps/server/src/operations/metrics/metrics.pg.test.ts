import { once } from 'node:events';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { claimedBy } from '../../testing/people.ts';
import { testServer } from '../../testing/server.ts';
import { parsed, type ParsedFamily } from './testing/parsed.ts';

const TOKEN = 'a token of at least 32 characters';
const server = await testServer();
const guarded = await testServer({ RONDO_METRICS_TOKEN: TOKEN });

async function metrics(): Promise<Map<string, ParsedFamily>> {
  const answer = await fetch(`${server.url}/metrics`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return parsed(await answer.text());
}

/** The sum of what carries these labels. */
async function value(name: string, labels: Record<string, string> = {}): Promise<number> {
  const families = await metrics();
  const family = families.get(name.replace(/_(count|sum|bucket)$/, '')) ?? families.get(name);
  return (
    (family ?? families.get(name))?.samples
      .filter((each) => each.name === name)
      .filter((each) => Object.entries(labels).every(([key, text]) => each.labels[key] === text))
      .reduce((sum, each) => sum + each.value, 0) ?? NaN
  );
}

it('they tell what the process, the database and the meetings use', async () => {
  const families = await metrics();
  const positive = [
    'target_info',
    'process_cpu_time_seconds_total',
    'process_memory_usage_bytes',
    'v8js_memory_heap_used_bytes',
    'nodejs_eventloop_time_seconds_total',
    'db_client_connection_count',
    'db_client_connection_max',
    ...(process.platform === 'linux'
      ? ['process_unix_file_descriptor_count', 'rondo_process_file_descriptor_limit']
      : []),
  ];
  const all = (name: string) => families.get(name)?.samples.map((each) => each.value) ?? [];
  for (const name of positive) expect(Math.max(...all(name)), name).toBeGreaterThan(0);
  const known = [
    'nodejs_eventloop_delay_p99_seconds',
    'nodejs_eventloop_utilization_ratio',
    'http_server_active_requests',
    'db_client_connection_pending_requests',
    'rondo_draining',
    'rondo_live_rooms',
    'rondo_live_send_queue_bytes',
    'rondo_live_conflicts_total',
    'rondo_jobs_total',
    'rondo_jobs_waiting',
  ];
  for (const name of known) expect(Math.min(...all(name)), name).toBeGreaterThanOrEqual(0);
  for (const [name, { type }] of families)
    expect(name.endsWith('_total'), `${name} is a ${type}`).toBe(type === 'counter');
});

it('a socket is counted while it is open, and its handshake for good', async () => {
  const before = await value('rondo_live_handshakes_total', { outcome: 'accepted' });
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live`);
  await once(socket, 'open');
  await expect.poll(() => value('rondo_live_connections')).toBe(1);
  socket.terminate();
  await expect.poll(() => value('rondo_live_connections')).toBe(0);
  const after = await value('rondo_live_handshakes_total', { outcome: 'accepted' });
  expect(after).toBe(before + 1);
});

it('requests are counted by endpoint and answer, and no word or id of anybody is in there', async () => {
  const { ada, team } = await claimedBy(server);
  await ada.get(`/api/teams/${team}/invitations`);
  await ada.get(`/api/nothing/${team}`);
  await ada.get(`/m/${team}`);
  const name = 'http_server_request_duration_seconds_count';
  const asked = (http_route: string, http_response_status_code: string): Promise<number> =>
    value(name, { http_route, http_response_status_code });
  await expect.poll(() => asked('/api/server/claim', '200')).toBe(1);
  await expect.poll(() => asked('/api/*', '404')).toBe(1);
  await expect.poll(() => value(name, { http_route: '/*' })).toBe(1);
  const text = await (await fetch(`${server.url}/metrics`)).text();
  expect(text).not.toContain(team);
  expect(text).not.toMatch(/ada|analytics|example\.org|[0-9a-f]{8}-[0-9a-f]{4}/i);
});

it('jobs that were done are counted', async () => {
  const before = await value('rondo_jobs_total', { kind: 'tidy-up', outcome: 'done' });
  await server.app.db.transaction().execute((tx) => server.app.jobs.add('tidy-up', null, tx));
  await expect
    .poll(() => value('rondo_jobs_total', { kind: 'tidy-up', outcome: 'done' }), {
      timeout: 20_000,
    })
    .toBeGreaterThan(before);
});

it('with a token they are for who sends it, and for nobody through a proxy without one', async () => {
  const ask = (url: string, headers: Record<string, string>) =>
    fetch(`${url}/metrics`, { headers }).then(({ status }) => status);
  expect(await ask(guarded.url, {})).toBe(401);
  expect(await ask(guarded.url, { authorization: `Bearer ${TOKEN}` })).toBe(200);
  expect(await ask(server.url, { 'x-forwarded-for': '203.0.113.9' })).toBe(403);
});
