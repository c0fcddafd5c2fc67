import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../settings/read.ts';
import { addressOf, isFromOurselves, originOf } from './request-origin.ts';

const direct = readSettings({});
const behind = readSettings({ RONDO_TRUSTED_PROXIES: '10.0.0.0/8' });
const known = readSettings({ RONDO_PUBLIC_URL: 'https://rondo.example.org' });

/** What of a request is looked at. */
function request(remoteAddress: string, headers: Record<string, string>): IncomingMessage {
  return { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
}

describe('the address of a person', () => {
  it.each([
    ['the nearest, for people who come directly', direct, '192.0.2.7', {}, '192.0.2.7'],
    ['without the disguise of IPv6', direct, '::ffff:192.0.2.7', {}, '192.0.2.7'],
    [
      'not what they claim',
      direct,
      '192.0.2.7',
      { 'x-forwarded-for': '198.51.100.1' },
      '192.0.2.7',
    ],
    [
      'what a trusted proxy says',
      behind,
      '10.0.0.1',
      { 'x-forwarded-for': '192.0.2.7' },
      '192.0.2.7',
    ],
    [
      'not what they claim to a trusted proxy',
      behind,
      '10.0.0.1',
      { 'x-forwarded-for': '198.51.100.1, 192.0.2.7, 10.0.0.2' },
      '192.0.2.7',
    ],
    ['the proxy itself, when it says nothing', behind, '10.0.0.1', {}, '10.0.0.1'],
  ])('is %s', (_, settings, nearest, headers, expected) => {
    expect(addressOf(request(nearest, headers), settings)).toBe(expected);
  });
});

describe('the origin', () => {
  const forwarded = {
    host: 'inside:3000',
    'x-forwarded-host': 'retro.example.org',
    'x-forwarded-proto': 'https',
  };

  it.each([
    ['of the request', direct, '192.0.2.7', { host: 'box.local:3000' }, 'http://box.local:3000'],
    ['not what a stranger forwards', behind, '192.0.2.7', forwarded, 'http://inside:3000'],
    ['what a trusted proxy forwards', behind, '10.0.0.1', forwarded, 'https://retro.example.org'],
    [
      'RONDO_PUBLIC_URL, whatever is asked',
      known,
      '192.0.2.7',
      forwarded,
      'https://rondo.example.org',
    ],
    [
      'harmless where the host is nonsense',
      direct,
      '192.0.2.7',
      { host: 'a b\r\n' },
      'http://localhost',
    ],
  ])('is %s', (_, settings, nearest, headers, expected) => {
    expect(originOf(request(nearest, headers), settings)).toBe(expected);
  });

  it.each([
    ['our own page', { origin: 'http://box:3000' }, true],
    ['a page on another port', { origin: 'http://box:3001' }, false],
    ['a page over https', { origin: 'https://box:3000' }, false],
    ['a page of a host that begins like ours', { origin: 'http://box:3000.evil.example' }, false],
    ['a sandboxed page', { origin: 'null' }, false],
    ['a program', {}, true],
    ['an old browser on a page of others', { 'sec-fetch-site': 'cross-site' }, false],
    ['a neighbour on the same site', { 'sec-fetch-site': 'same-site' }, false],
  ])('of %s decides whether it may act', (_, headers, expected) => {
    const asked = request('192.0.2.7', { host: 'box:3000', ...headers });
    expect(isFromOurselves(asked, direct)).toBe(expected);
  });
});
