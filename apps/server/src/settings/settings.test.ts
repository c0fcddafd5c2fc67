import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingsPage } from './document.ts';
import { settingsInForce } from './in-force.ts';
import { readSettings } from './read.ts';

describe('settings', () => {
  it('have defaults for everything', () => {
    expect(readSettings({ PATH: '/bin' })).toMatchObject({
      port: 3000,
      dataFolder: resolve('data'),
      databaseUrl: undefined,
      signUp: 'open',
      idleEndDays: 14,
    });
  });

  it('count as unset when they are empty', () => {
    expect(readSettings({ PORT: '', RONDO_SIGN_UP: ' ' })).toMatchObject({
      port: 3000,
      signUp: 'open',
    });
  });

  it.each([
    [{ RONDO_SIGNUP: 'open' }, 'There is no setting RONDO_SIGNUP: did you mean RONDO_SIGN_UP?'],
    [{ RONDO_PUBLIC_URI: 'x' }, 'did you mean RONDO_PUBLIC_URL?'],
    [{ RONDO_COLOUR_OF_BIKESHED: 'red' }, 'unset it; docs/settings.md lists them all.'],
    [
      { PORT: 'eighty' },
      'PORT has to be a whole number from 0 to 65535, such as 1; it is “eighty”.',
    ],
    [{ PORT: '70000' }, 'PORT has to be a whole number from 0 to 65535'],
    [{ RONDO_IDLE_END_DAYS: '0' }, 'RONDO_IDLE_END_DAYS has to be a whole number from 1 to 90'],
    [{ RONDO_SIGN_UP: 'closed' }, 'RONDO_SIGN_UP has to be one of open, invited; it is “closed”.'],
    [{ RONDO_LOG_LEVEL: 'loud' }, 'RONDO_LOG_LEVEL has to be one of debug, info'],
    [
      { RONDO_PUBLIC_URL: 'rondo.example.org' },
      'RONDO_PUBLIC_URL has to be an address such as https://rondo.example.org; “rondo.example.org” is not.',
    ],
    [
      { RONDO_PUBLIC_URL: 'https://example.org/rondo' },
      'write https://example.org instead of “https://example.org/rondo”.',
    ],
    [{ RONDO_TRUSTED_PROXIES: '10.0.0.0/33' }, '“10.0.0.0/33” is neither.'],
    [{ RONDO_TRUSTED_PROXIES: '::1, proxy' }, '“proxy” is neither.'],
    [{ RONDO_SECRET: 'short' }, 'RONDO_SECRET has to have at least 32 characters'],
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'SMTP_URL needs RONDO_PUBLIC_URL'],
    [
      { RONDO_STRIPE_KEY: 'sk_test_of_this_server', RONDO_STRIPE_PRICE_TEAM: 'price_1' },
      'RONDO_STRIPE_KEY needs RONDO_PLANS=on, RONDO_STRIPE_WEBHOOK_SECRET as well',
    ],
  ])('%j stops the start and says how to mend it', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(message);
  });

  it('name all mistakes at once', () => {
    const read = (): unknown => readSettings({ PORT: 'x', RONDO_SIGN_UP: 'y', RONDO_NO: 'z' });
    expect(read).toThrow(/RONDO_NO[\s\S]*PORT[\s\S]*RONDO_SIGN_UP/);
  });

  it('that are secret are never repeated, also when they are wrong', () => {
    const secrets = {
      DATABASE_URL: 'mysql://user:hunter2@db.example.org/x',
      SMTP_URL: 'hunter2',
      RONDO_SECRET: 'hunter2',
    };
    expect(() => readSettings(secrets)).toThrow(/^(?![\s\S]*hunter2)[\s\S]*SMTP_URL has to be/);
    const list = settingsInForce({ DATABASE_URL: 'postgres://user:hunter2@db.example.org/x' });
    expect(list).toMatch(/DATABASE_URL +\(secret, fingerprint [0-9a-f]{4}\) +environment/);
    expect(list).not.toContain('hunter2');
  });

  it('take a database on a Unix socket', () => {
    const url = 'postgres:///rondo?host=/run/postgresql';
    expect(readSettings({ DATABASE_URL: url }).databaseUrl?.href).toBe(url);
  });

  it('trust proxies on the same machine, and those that are named', () => {
    const trusted = readSettings({ RONDO_TRUSTED_PROXIES: '10.1.0.0/16, fd00::/8' }).trustedProxies;
    expect(['10.1.2.3', 'fd00::1'].map(trusted.has)).toEqual([true, true]);
    expect(['10.2.0.1', '127.0.0.1', 'nonsense', ''].map(trusted.has)).not.toContain(true);
    expect(readSettings({}).trustedProxies.has('127.0.0.1')).toBe(true);
    expect(readSettings({ RONDO_TRUSTED_PROXIES: 'none' }).trustedProxies.has('::1')).toBe(false);
  });

  it('are described in docs/settings.md as they are', () => {
    const file = join(import.meta.dirname, '../../../../docs/settings.md');
    expect(readFileSync(file, 'utf8')).toBe(settingsPage());
  });
});
