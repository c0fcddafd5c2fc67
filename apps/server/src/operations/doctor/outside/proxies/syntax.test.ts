import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lineOf, readHaproxy } from './haproxy-syntax.ts';
import { allOf, lastOf, readNginx } from './nginx-syntax.ts';
import { portsPerAddress, roomFor, secondsOf } from './proxy.ts';

const root = mkdtempSync(join(tmpdir(), 'rondo-syntax-'));
afterAll(() => rmSync(root, { recursive: true }));
function write(path: string, text: string): string {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
  return path;
}

describe('files of nginx', () => {
  it('are read with what they include, in a container as well, and know their lines', () => {
    write('/etc/nginx/sites/b.conf', 'server { listen 2; }');
    write('/etc/nginx/sites/a.conf', '# first\nserver { listen 1; }');
    const main = write(
      '/etc/nginx/nginx.conf',
      [
        'worker_processes auto; # as many as cores',
        'events {',
        '  worker_connections 768;',
        '}',
        'http {',
        '  include sites/*.conf;',
        `  log_format main '$remote_addr; "{x}" # no comment';`,
        '  map $http_upgrade $c { default upgrade; "" ""; }',
        '  server { location ~ ^/a\\{2\\} { set $x "${y};"; } }',
        '}',
      ].join('\n'),
    );
    const read = readNginx(main, root);
    expect(lastOf(lastOf(read, 'events')?.block ?? [], 'worker_connections')).toMatchObject({
      args: ['768'],
      place: '/etc/nginx/nginx.conf:3',
    });
    const http = lastOf(read, 'http')?.block ?? [];
    const servers = allOf(http, 'server');
    expect(servers.map(({ place }) => place)).toEqual([
      '/etc/nginx/sites/a.conf:2',
      '/etc/nginx/sites/b.conf:1',
      '/etc/nginx/nginx.conf:9',
    ]);
    expect(lastOf(http, 'log_format')?.args).toEqual(['main', '$remote_addr; "{x}" # no comment']);
    expect(lastOf(http, 'map')?.block?.at(-1)).toMatchObject({ name: '', args: [''] });
    expect(servers.at(-1)?.block?.[0]).toMatchObject({
      name: 'location',
      args: ['~', '^/a\\{2\\}'],
    });
  });

  it('that may not be read are an error with a code', () => {
    expect(() => readNginx('/etc/nginx/none.conf', root)).toThrow(
      expect.objectContaining({ code: 'ENOENT' }),
    );
  });
});

describe('files of HAProxy', () => {
  it('give each section its own defaults', () => {
    const file = write(
      '/etc/haproxy/haproxy.cfg',
      [
        'global',
        '  maxconn 100 # not much',
        'defaults long',
        '  timeout tunnel 1h',
        'defaults',
        '  timeout client 50s',
        'backend one from long',
        '  server "a b" 127.0.0.1:3000',
        'backend two',
        '  timeout client 10s',
      ].join('\n'),
    );
    const sections = readHaproxy([file], root);
    const of = (name: string) => sections.find((each) => each.name === name)!;
    expect(lineOf(of('one'), 'timeout', 'tunnel')?.place).toBe('/etc/haproxy/haproxy.cfg:4');
    expect(lineOf(of('one'), 'timeout', 'client')).toBeUndefined();
    expect(lineOf(of('one'), 'server')?.words).toEqual(['server', 'a b', '127.0.0.1:3000']);
    expect(lineOf(of('two'), 'timeout', 'client')?.words[2]).toBe('10s');
    expect(lineOf(of('two'), 'timeout', 'tunnel')).toBeUndefined();
    expect(lineOf(sections[0]!, 'maxconn')?.words).toEqual(['maxconn', '100']);
  });
});

it.each([
  ['60s', 1, 60],
  ['1h 30m', 1, 5_400],
  ['75', 1, 75],
  ['50000', 1e-3, 50],
  ['500ms', 1, 0.5],
  ['1d', 1e-3, 86_400],
])('%s is a time', (text, bare, seconds) => {
  expect(secondsOf(text, bare)).toBeCloseTo(seconds);
});

it('limits are round numbers that are large enough', () => {
  expect([1, 1_024, 1_025, 12_000].map(roomFor)).toEqual([1_024, 1_024, 2_048, 16_384]);
});

it('ports are those that the system gives to connections', () => {
  expect(portsPerAddress(() => undefined)).toBe(28_232);
  expect(portsPerAddress(() => '1024\t65535\n')).toBe(64_512);
});
