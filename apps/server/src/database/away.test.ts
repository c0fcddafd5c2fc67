import pg from 'pg';
import { expect, test } from 'vitest';
import { isDatabaseAway } from './away.ts';

const withCode = (code: string, message = 'x'): Error =>
  Object.assign(new Error(message), { code });

test.each([
  withCode('ECONNREFUSED'),
  withCode('ENOENT', 'connect ENOENT /var/run/.s.PGSQL.5432'),
  withCode('57P03'),
  withCode('57P01'),
  withCode('53100'),
  withCode('08006'),
  withCode('25006'),
  new Error('Query read timeout'),
  new Error('Connection terminated unexpectedly'),
  new Error('Failed to get session', { cause: withCode('ECONNRESET') }),
])('a database that is away is told by what it says: %s', (error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([
  withCode('ENOENT', 'open /data/secrets.json'),
  withCode('23505'),
  withCode('57014'),
  new Error('Connections are none of my business'),
  new TypeError('x is undefined'),
  'ECONNREFUSED',
])('and what is our own fault is not: %s', (error) => {
  expect(isDatabaseAway(error)).toBe(false);
});

test('a port where nothing listens says so', async () => {
  const client = new pg.Client('postgres://rondo@127.0.0.1:1/rondo');
  const error: unknown = await client.connect().then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(isDatabaseAway(error)).toBe(true);
});
