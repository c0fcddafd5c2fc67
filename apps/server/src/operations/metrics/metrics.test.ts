import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { exposition } from './exposition.ts';
import { histogram } from './histogram.ts';
import { mayReadMetrics } from './may-read.ts';
import { routeOf } from './route.ts';
import { parsed } from './testing/parsed.ts';

describe('the text', () => {
  it('says what it was given, whatever stands in it', () => {
    const text = exposition([
      {
        name: 'a_total',
        type: 'counter',
        help: 'Two\nlines, one \\.',
        samples: [{ labels: { of: 'a "b" \\ c\nd', at: 'x' }, value: 1.5 }, { value: Infinity }],
      },
      { name: 'nothing', type: 'gauge', help: 'Unknown here.', samples: [] },
    ]);
    expect(text).toBe(
      [
        '# HELP a_total Two\\nlines, one \\\\.',
        '# TYPE a_total counter',
        'a_total{of="a \\"b\\" \\\\ c\\nd",at="x"} 1.5',
        'a_total +Inf',
        '',
      ].join('\n'),
    );
    expect(parsed(text).get('a_total')?.samples).toHaveLength(2);
  });
});

describe('a histogram', () => {
  it('counts each value in every bucket it fits, and keeps series apart', () => {
    const { observe, family } = histogram('h', 'Some.', [1, 2]);
    for (const value of [0.5, 1, 1.5, 7]) observe({ of: 'a' }, value);
    observe({ of: 'b' }, 2);
    const { samples } = parsed(exposition([family()])).get('h') ?? { samples: [] };
    const said = samples.map(({ name, labels, value }) => [
      name,
      labels['of'],
      labels['le'],
      value,
    ]);
    expect(said).toEqual([
      ['h_bucket', 'a', '1', 2],
      ['h_bucket', 'a', '2', 3],
      ['h_bucket', 'a', '+Inf', 4],
      ['h_sum', 'a', undefined, 10],
      ['h_count', 'a', undefined, 4],
      ['h_bucket', 'b', '1', 0],
      ['h_bucket', 'b', '2', 1],
      ['h_bucket', 'b', '+Inf', 1],
      ['h_sum', 'b', undefined, 2],
      ['h_count', 'b', undefined, 1],
    ]);
  });
});

describe('a route', () => {
  it.each([
    ['/', '/*'],
    ['/m/k3jd92jsl29dk2', '/*'],
    ['/health', '/operations'],
    ['/healthy', '/*'],
    ['/assets/index-a1b2.js', '/assets/{file}'],
    ['/calendar/secret.ics', '/calendar/{token}'],
    ['/api/teams/42', '/api/*'],
    ['/api/auth/sign-in/email', '/api/auth/*'],
    ['/live/stream', '/live/stream'],
  ])('of %s is %s', (path, route) => {
    expect(routeOf(path)).toBe(route);
  });
});

describe('who may read', () => {
  const asked = (remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage =>
    // What is looked at, of a request that Node.js would make.
    ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

  it.each(['127.0.0.1', '::1', '::ffff:10.1.2.3', '172.31.0.1', '192.168.1.1', 'fd00::1'])(
    'without a token: %s, which is near',
    (address) => {
      expect(mayReadMetrics(asked(address), undefined)).toBe(true);
    },
  );

  it.each(['203.0.113.1', '172.32.0.1', '::ffff:203.0.113.1', '2001:db8::1', ''])(
    'without a token: not %j, which is far',
    (address) => {
      expect(mayReadMetrics(asked(address), undefined)).toBe(false);
    },
  );

  it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'without a token: nobody who comes through a proxy (%s), however near that is',
    (header) => {
      expect(mayReadMetrics(asked('127.0.0.1', { [header]: '10.0.0.1' }), undefined)).toBe(false);
    },
  );

  it('with a token: who has it, from anywhere, and nobody else, from nowhere', () => {
    const token = 't'.repeat(32);
    const sending = (authorization: string) => asked('203.0.113.1', { authorization });
    expect(mayReadMetrics(sending(`Bearer ${token}`), token)).toBe(true);
    expect(mayReadMetrics(sending(`Bearer ${token}x`), token)).toBe(false);
    expect(mayReadMetrics(sending(token), token)).toBe(false);
    expect(mayReadMetrics(asked('127.0.0.1'), token)).toBe(false);
  });
});
