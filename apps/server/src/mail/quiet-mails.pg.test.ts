import { afterAll, expect, it, onTestFinished } from 'vitest';
import { bodyOf, claimedBy } from '../testing/people.ts';
import { freshDatabase } from '../testing/postgres.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import type { NewMail } from './post.ts';
import { mailServer } from './testing/mail-server.ts';

const smtp = await mailServer(0, afterAll);
const environment = {
  RONDO_PUBLIC_URL: 'https://rondo.example.org',
  RONDO_SECRET: 'of-all-starts-and-long-enough-for-one',
  SMTP_URL: smtp.url,
  DATABASE_URL: await freshDatabase(),
};
const first = await testServer(environment);
const { ada } = await claimedBy(first);
const user = bodyOf<{ id: string }>(await ada.get('/api/me')).id;

const subjects = () => smtp.received.map(({ data }) => /^Subject: (.*)$/m.exec(data)?.[1]?.trim());
const letter = (subject: string) => ({ language: 'en', subject, paragraphs: [] }) as const;
const queue = ({ app }: TestServer, mail: Partial<NewMail> & Pick<NewMail, 'letter'>) =>
  app.db
    .transaction()
    .execute((tx) => app.post.queue(tx, { to: 'ada@example.org', kind: 'outcome', ...mail }));
const outcome = { user, mailing: 'outcome', team: null } as const;
/** Quiet from an hour ago until in an hour, wherever that is in the day. */
const beQuiet = () => {
  const now = new Date();
  const minute = now.getUTCHours() * 60 + now.getUTCMinutes();
  const quiet = { from: (minute + 1_380) % 1_440, until: (minute + 60) % 1_440 };
  return ada.send('PATCH', '/api/me/notifications/settings', { zone: 'UTC', quiet });
};
const jobs = async ({ app }: TestServer) => {
  const { rows } = await app.pool.query<{ later: boolean }>(
    `select start_after > now() + interval '50 minutes' as later from pgboss.job
     where name = 'send-mail' and state = 'created'`,
  );
  return rows;
};

it('what could be switched off waits until it is not quiet any more, over a restart, and comes once', async () => {
  await beQuiet();
  await queue(first, { letter: letter('What came of it'), mailing: outcome });
  await queue(first, { letter: letter('Your link'), kind: 'sign-in' });
  await expect.poll(subjects, { timeout: 10_000 }).toEqual(['Your link']);
  expect(await jobs(first)).toEqual([{ later: true }]);
  // As in a restored database, which has no jobs.
  await first.app.pool.query(`delete from pgboss.job where name = 'send-mail'`);
  await first.stop();

  const second = await testServer(environment);
  expect(await jobs(second)).toEqual([{ later: true }]);
  const awake = `update pgboss.job set start_after = now() where name = 'send-mail'`;
  await second.app.pool.query(awake);
  // The next mail wakes the worker.
  await queue(second, { letter: letter('Another link'), kind: 'sign-in' });
  await expect.poll(subjects, { timeout: 15_000 }).toHaveLength(3);
  expect(new Set(subjects())).toEqual(new Set(['Another link', 'What came of it', 'Your link']));
  onTestFinished(second.stop);

  // A meeting that is over by then has not begun, for whoever wakes up.
  const begun = { ...outcome, mailing: 'meeting-begun' } as const;
  const whileMeeting = 'A'.repeat(22);
  await queue(second, { letter: letter('It begins'), mailing: begun, whileMeeting });
  await second.app.pool.query(awake);
  await queue(second, { letter: letter('Last link'), kind: 'sign-in' });
  const left = () => second.app.db.selectFrom('mail').where('state', '=', 'queued').execute();
  await expect.poll(left, { timeout: 15_000 }).toEqual([]);
  expect(subjects()).toHaveLength(4);
  expect(subjects()).not.toContain('It begins');

  // Nor does somebody get what they have switched off, or a team's that they have left, meanwhile.
  await queue(second, { letter: letter('Switched off'), mailing: outcome });
  const { db } = second.app;
  await db
    .insertInto('mailing_off')
    .values({ user_id: user, mailing: 'outcome', team_id: null })
    .execute();
  const ofAnother = { user, mailing: 'report', team: crypto.randomUUID() } as const;
  await queue(second, { letter: letter('Of a team that was left'), mailing: ofAnother });
  await second.app.pool.query(awake);
  await queue(second, { letter: letter('The very last link'), kind: 'sign-in' });
  await expect.poll(left, { timeout: 15_000 }).toEqual([]);
  expect(subjects()).toHaveLength(5);
  expect(subjects()).toContain('The very last link');
});
