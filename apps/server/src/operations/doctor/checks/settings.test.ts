import { expect, it } from 'vitest';
import { settingsList } from '../../../settings/list.ts';
import { found, world } from '../testing/world.ts';
import { settings } from './settings.ts';

const SECRET = '8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab91';
const PUBLIC = { RONDO_PUBLIC_URL: 'https://rondo.example.org' };
const MAIL = { ...PUBLIC, SMTP_URL: 'smtp://mail.example.org' };

it.each([
  ['RONDO_PUBLIC_URL', { RONDO_PUBLIC_URL: 'http://rondo.example.org' }, 'failure'],
  ['RONDO_PUBLIC_URL', PUBLIC, 'ok'],
  ['RONDO_PUBLIC_URL', { RONDO_PUBLIC_URL: 'http://localhost:3000' }, 'ok'],
  ['RONDO_PUBLIC_URL', {}, 'ok'],
  ['SMTP_URL', MAIL, 'ok'],
  ['RONDO_MAIL_FROM', { RONDO_MAIL_FROM: 'rondo@example.org' }, 'warning'],
  ['RONDO_MAIL_FROM', { ...MAIL, RONDO_MAIL_FROM: 'rondo@example.org' }, 'ok'],
  ['RONDO_MAIL_FROM', {}, 'ok'],
  ['RONDO_SECRET', { RONDO_SECRET: 'a'.repeat(40) }, 'failure'],
  ['RONDO_SECRET', { RONDO_SECRET: '01234567'.repeat(4) }, 'failure'],
  ['RONDO_SECRET', { RONDO_SECRET: '012345678'.repeat(4) }, 'ok'],
  ['RONDO_SECRET', { RONDO_SECRET: `change-me-${SECRET}` }, 'failure'],
  ['RONDO_SECRET', { RONDO_SECRET: SECRET }, 'ok'],
  [
    'RONDO_METRICS_TOKEN',
    { RONDO_METRICS_TOKEN: 'my-very-long-secret-for-the-metrics' },
    'failure',
  ],
  ['RONDO_METRICS_TOKEN', { RONDO_METRICS_TOKEN: SECRET }, 'ok'],
  ['DATABASE_URI', { DATABASE_URI: 'postgres://db.example.org/rondo' }, 'warning'],
  ['SMTP_UR', { SMTP_UR: 'smtp://mail.example.org' }, 'warning'],
])('%s of %j: %s', async (place, environment, expected) => {
  expect((await found(settings, world({ environment }), place)).severity).toBe(expected);
});

it('every setting is listed once with its value and where that comes from, and no secret', async () => {
  const environment = { ...MAIL, RONDO_SECRET: SECRET, PATH: '/bin', PORT: '3001', SITE_URL: 'x' };
  const findings = await settings.run(world({ environment }));
  const names = Object.values(settingsList).map(({ name }) => name);
  expect(findings.map(({ place = '' }) => place).toSorted()).toEqual(names.toSorted());
  expect(findings.find(({ place }) => place === 'PORT')).toMatchObject({
    measured: '3001',
    threshold: 'from the environment',
  });
  expect(JSON.stringify(findings)).not.toContain(SECRET);
});
