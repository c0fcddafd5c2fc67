import { expect, it } from 'vitest';
import { freePort } from '../../../../../../bench/free-port.ts';
import { found, node, world } from '../testing/world.ts';
import { bus, judgeBus } from './bus.ts';

const info = (values: Record<string, string | number>): string =>
  Object.entries({
    maxclients: 10_000,
    connected_clients: 2,
    used_memory: 100,
    maxmemory: 0,
    ...values,
  })
    .map(([name, value]) => `${name}:${value}\r\n`)
    .join('');
const at = (place: string, values: Record<string, string | number>, ms = 1, servers = 2) =>
  judgeBus({ ms, servers, info: `# Server\r\n${info(values)}` }).find(
    (each) => each.place === place,
  );

it.each([
  ['answer', {}, 20, 'ok'],
  ['answer', {}, 20.1, 'warning'],
  ['answer', {}, 200, 'warning'],
  ['answer', {}, 200.1, 'failure'],
  ['maxclients', { maxclients: 10, connected_clients: 2 }, 1, 'ok'],
  ['maxclients', { maxclients: 9, connected_clients: 2 }, 1, 'failure'],
  ['maxmemory', { used_memory: 80, maxmemory: 100 }, 1, 'ok'],
  ['maxmemory', { used_memory: 81, maxmemory: 100 }, 1, 'warning'],
  ['maxmemory', { used_memory: 95, maxmemory: 100 }, 1, 'warning'],
  ['maxmemory', { used_memory: 96, maxmemory: 100 }, 1, 'failure'],
])('%s, when Valkey says %j after %s ms: %s', (place, values, ms, expected) => {
  expect(at(place, values, ms)?.severity).toBe(expected);
});

it.each([
  [0, 'ok'],
  [3, 'ok'],
  [4, 'warning'],
])('%s servers without one: %s', async (servers, expected) => {
  const nodes = Array.from({ length: servers }, (_, i) => node(String(i)));
  expect((await found(bus, world({ nodes }))).severity).toBe(expected);
});

it('one that does not answer is to be mended, and stops nobody', async () => {
  const environment = { RONDO_BUS: `redis://127.0.0.1:${await freePort()}` };
  const { severity, stopsPublic } = await found(bus, world({ environment }), 'answer');
  expect([severity, stopsPublic]).toEqual(['failure', false]);
});
