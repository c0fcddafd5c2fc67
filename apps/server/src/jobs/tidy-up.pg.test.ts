import { expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { tidyUp } from './tidy-up.ts';

it('deletes what has expired, and nothing else', async () => {
  const { db, pool } = await testDatabase();
  await pool.query(`
    insert into "user" (id, name, email) values
      ('0198b3a0-0000-7000-8000-000000000001', 'Ada', 'ada@example.org');
    insert into session (id, user_id, token, expires_at) values
      (gen_random_uuid(), '0198b3a0-0000-7000-8000-000000000001', 'old', now() - interval '1 s'),
      (gen_random_uuid(), '0198b3a0-0000-7000-8000-000000000001', 'new', now() + interval '1 h');
    insert into verification (id, identifier, value, expires_at) values
      (gen_random_uuid(), 'old', '', now() - interval '1 s'),
      (gen_random_uuid(), 'new', '', now() + interval '1 h');
    insert into sign_up (token_hash, email, name, password_hash, language, with_team, expires_at) values
      ('old', 'a@example.org', 'a', '', 'en', true, now() - interval '1 s'),
      ('new', 'a@example.org', 'a', '', 'en', true, now() + interval '1 h');
    insert into limit_count (key, points, expire) values
      ('old', 1, extract(epoch from now()) * 1000 - 1000),
      ('new', 1, extract(epoch from now()) * 1000 + 60000);
    insert into rate_limit (id, key, count, last_request) values
      (gen_random_uuid(), 'old', 1, extract(epoch from now() - interval '2 days') * 1000),
      (gen_random_uuid(), 'new', 1, extract(epoch from now()) * 1000);
    insert into mail (id, recipient, subject, html, text, kind, at) values
      (gen_random_uuid(), 'a@example.org', 'old', '', '', 'outcome', now() - interval '91 days'),
      (gen_random_uuid(), 'a@example.org', 'new', '', '', 'outcome', now());
  `);
  expect(await tidyUp(db)).toBe(6);
  expect(await tidyUp(db)).toBe(0);
  const { rows } = await pool.query(`
    select token as left from session union all select identifier from verification
    union all select convert_from(token_hash, 'UTF8') from sign_up union all select key from limit_count
    union all select key from rate_limit union all select subject from mail`);
  expect(rows).toEqual(Array.from({ length: 6 }, () => ({ left: 'new' })));
});
