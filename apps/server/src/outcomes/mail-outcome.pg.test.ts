import type { Outcome } from '@rondo/meeting';
import { expect, it, onTestFinished } from 'vitest';
import { endMeeting, startedIn } from '../testing/meetings.ts';
import { bodyOf, claimedBy, joined } from '../testing/people.ts';
import { testServer } from '../testing/server.ts';

it('mails and files tell the day on which a meeting ended where their reader is', async () => {
  const server = await testServer();
  onTestFinished(server.stop);
  const owner = await claimedBy(server);
  const { ada, team } = owner;
  const { there: bo, id } = await joined(server, owner, 'Bo');
  await bo.send('PATCH', '/api/me/notifications/settings', { zone: 'Asia/Tokyo', quiet: null });
  const meeting = await startedIn(team, ada, { activity: 'start-stop-continue' });
  await endMeeting(server, meeting);
  const outcome = bodyOf<Outcome>(await ada.get(`/api/meetings/${meeting}/outcome`));
  const endedAt = Date.UTC(2026, 10, 20, 16);
  const { db } = server.app;
  await db
    .updateTable('outcome')
    .set({ outcome: JSON.stringify({ ...outcome, endedAt }) })
    .execute();
  await db.deleteFrom('mail').execute();
  expect(bodyOf(await ada.post(`/api/meetings/${meeting}/outcome/mail`, {}))).toEqual({ mails: 2 });
  const mails = await db.selectFrom('mail').select(['recipient', 'text']).execute();
  const textTo = (name: string) => mails.find(({ recipient }) => recipient.startsWith(name))?.text;
  expect(textTo('ada')).toContain(', 20 November 2026,');
  expect(textTo('bo')).toContain(', 21 November 2026,');
  const file = `/api/meetings/${meeting}/outcome/markdown`;
  expect((await ada.get(file)).text).toContain('· 20 November 2026 ·');
  expect((await bo.get(file)).text).toContain('· 21 November 2026 ·');

  // Whoever has it mailed again does not see what others have switched off; they get none all the same.
  await db
    .insertInto('mailing_off')
    .values({ user_id: id, mailing: 'outcome', team_id: null })
    .execute();
  expect(bodyOf(await ada.post(`/api/meetings/${meeting}/outcome/mail`, {}))).toEqual({ mails: 1 });
});
