import { describe, expect, it } from 'vitest';
import type { Proxy } from '../doctor/outside/proxies/proxy.ts';
import { failureInWords, failureOf, type Failure } from './failure.ts';
import { inWords, limitBehind, type Surroundings } from './limits.ts';
import { bestSecond } from './ramp.ts';
import type { ServerFigures } from './server-figures.ts';

const proxy = (people: number): Proxy => ({
  kind: 'nginx',
  pid: 1,
  file: '/etc/nginx/nginx.conf',
  people,
  limitedBy: '',
  repairFor: (wanted) => `for ${wanted}`,
  faults: [],
});
const server: ServerFigures = {
  files: 900,
  fileLimit: 65_536,
  eventLoopP99: 0.01,
  databaseWaiting: 0,
  cpuSeconds: 1,
  listenDrops: 0,
};
const around: Surroundings = {
  address: 'https://rondo.example.org',
  people: 1_200,
  mostOpen: 720,
  proxies: [],
  server,
};
const reset: Failure = { phase: 'handshake', kind: 'reset', at: 720 };
const behind = (failure: Failure, change: Partial<Surroundings> = {}) =>
  limitBehind([failure], { ...around, ...change });

describe('what is behind failures', () => {
  it('is nothing when there are none', () => {
    expect(limitBehind([], around)).toBeNull();
  });

  it('is the proxy that was predicted to end about there, with the line for twice as many', () => {
    const proxies = [proxy(5_000), proxy(720)];
    expect(behind(reset, { proxies })).toEqual({
      where: 'proxy',
      at: 720,
      said: '1 × handshakes reset',
      repair: 'for 2400',
    });
    expect(behind(reset, { proxies: [proxy(5_000)] })?.repair).toContain('worker_connections');
  });

  it.each<[string, Failure, Partial<Surroundings>]>([
    ['server', reset, { server: { ...server, files: 1_000, fileLimit: 1_024 } }],
    ['backlog', reset, { server: { ...server, listenDrops: 40 } }],
    ['cpu', reset, { server: { ...server, eventLoopP99: 0.8 } }],
    ['cpu', { ...reset, kind: 'full' }, { server: { ...server, eventLoopP99: 0.8 } }],
    ['server', { ...reset, kind: 'full' }, {}],
    ['ports', { ...reset, kind: 'status', code: 502 }, { proxies: [proxy(9_000)] }],
    ['server', { ...reset, kind: 'status', code: 502 }, { mostOpen: 0 }],
    ['proxy', { ...reset, kind: 'status', code: 200 }, {}],
    ['unknown', { ...reset, kind: 'status', code: 404 }, {}],
    ['rehearser', { ...reset, kind: 'own-files' }, {}],
    ['rehearser', { ...reset, kind: 'own-ports' }, {}],
    ['network', { ...reset, kind: 'refused' }, { mostOpen: 0 }],
    ['network', { ...reset, kind: 'unknown-name' }, { mostOpen: 0 }],
    ['certificate', { ...reset, kind: 'certificate' }, { mostOpen: 0 }],
    ['proxy', { ...reset, phase: 'hold', kind: 'cut' }, {}],
  ])('is the %s', (where, failure, change) => {
    expect(behind(failure, change)).toMatchObject({
      where,
      repair: expect.stringMatching(/\S{3}/),
    });
  });

  it('is told with the most frequent first', () => {
    const timeout: Failure = { ...reset, kind: 'timeout' };
    expect(inWords([timeout, reset, reset])).toBe(
      '2 × handshakes reset, 1 × handshakes without an answer',
    );
  });
});

describe('an error of a socket', () => {
  const error = (code: string, message = code) => Object.assign(new Error(message), { code });

  it.each<[Error, string]>([
    [error('ECONNREFUSED'), 'connections refused'],
    [error('ECONNRESET', 'socket hang up'), 'handshakes reset'],
    [new Error('Opening handshake has timed out'), 'handshakes without an answer'],
    [new Error('Unexpected server response: 502'), '502 instead of a socket'],
    [error('EMFILE'), 'no file descriptors left on the machine that rehearses'],
    [error('EADDRNOTAVAIL'), 'no ports left on the machine that rehearses'],
    [error('ENOTFOUND'), 'a name that cannot be found'],
    [error('DEPTH_ZERO_SELF_SIGNED_CERT'), 'certificates that cannot be trusted'],
    [error('EHOSTUNREACH'), 'no way to the address'],
  ])('%s', (thrown, words) => {
    expect(failureInWords(failureOf(thrown, 'handshake', 0))).toBe(words);
  });
});

describe('handshakes a second', () => {
  it('are those of the best second', () => {
    const slowThenQuick = [0, 500, 900, ...Array.from({ length: 40 }, (_, at) => 2_000 + at * 10)];
    expect(bestSecond(slowThenQuick)).toBe(40);
    expect(bestSecond([])).toBe(0);
    expect(bestSecond(Array.from({ length: 50 }, (_, at) => (at + 1) * 2))).toBe(500);
  });
});
