import { afterAll, expect, it } from 'vitest';
import { mailServer } from '../mail/testing/mail-server.ts';
import { bodyOf, claimedBy } from '../testing/people.ts';
import { testServer } from '../testing/server.ts';
import { notify } from './notify.ts';

const smtp = await mailServer(0, afterAll);
const first = await testServer({
  RONDO_PUBLIC_URL: 'https://rondo.example.org',
  RONDO_SECRET: 'of-both-servers-and-long-enough-for-one',
  SMTP_URL: smtp.url,
});
const { ada, team } = await claimedBy(first);
const second = await testServer(first.environment);
const servers = [first, second];

const done = async (kind: 'digests' | 'send-mail'): Promise<number> => {
  const figures = await Promise.all(servers.map(({ app }) => app.jobs.figures()));
  return figures.reduce((sum, { done: of }) => sum + (of.get(kind) ?? 0), 0);
};

it('two servers that are both at it mail one digest', async () => {
  const me = bodyOf<{ id: string }>(await ada.get('/api/me')).id;
  const now = new Date();
  const digestAt = now.getUTCHours() * 60 + now.getUTCMinutes();
  await ada.send('PATCH', '/api/me/notifications/settings', { zone: 'UTC', digestAt });
  await first.app.db
    .transaction()
    .execute((tx) => notify(tx, { kind: 'team-archived', to: [me], team, about: { by: me } }));
  const [looks, mails] = [await done('digests'), await done('send-mail')];
  for (let n = 0; n < 4; n++) {
    for (const { app } of servers) {
      await app.db.transaction().execute((tx) => app.jobs.add('digests', null, tx));
    }
  }
  await expect.poll(() => done('digests'), { timeout: 20_000 }).toBeGreaterThanOrEqual(looks + 8);
  await expect.poll(() => done('send-mail'), { timeout: 20_000 }).toBeGreaterThan(mails);
  const queued = await first.app.db
    .selectFrom('mail')
    .select('kind')
    .where('kind', '=', 'digest')
    .execute();
  expect(queued).toHaveLength(1);
  await expect.poll(() => smtp.received).toHaveLength(1);
  expect(smtp.received[0]?.data).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
});
