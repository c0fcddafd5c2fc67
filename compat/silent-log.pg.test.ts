import { markersIn } from '@rondo/live/testing';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { browser } from '../apps/server/src/testing/browser.ts';
import { PASSWORD } from '../apps/server/src/testing/people.ts';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { thisCode } from './testing/code.ts';
import {
  ACTIVITIES,
  claimedBy,
  cookieOf,
  ended,
  gathered,
  playThrough,
} from './testing/meetings.ts';
import { house } from './testing/servers.ts';

/** What people are called, type and send, beside the marked texts of their cards. */
const THEIRS = [/\bAda\b/, /Guest \d/, /example\.org/, /Engines/, /Analytics/, /mark-/];

test(
  'a server that tells everything it does tells nothing that people have said, not even when it refuses',
  { timeout: 60_000 },
  async () => {
    const code = await thisCode();
    const database = await freshDatabase();
    const client = new pg.Pool({ connectionString: database, max: 2 });
    onTestFinished(() => client.end());
    const there = house(database, { RONDO_LOG_LEVEL: 'debug' });
    const server = await there.open(code);
    const welcome = server.said();
    const owner = await claimedBy(server.url, there.origin, server.claimCode);
    const seats = [code, code, code].map((each) => ({ code: each, urls: there.urls }));
    const { origin } = there;
    const all = await Promise.all(
      ACTIVITIES.map((activity, index) =>
        gathered(owner, client, activity, { seats, origin, seed: index + 40 }),
      ),
    );
    await Promise.all(all.map((played) => playThrough(played, 2)));

    const { ada, team } = owner;
    const mark = 'mark-refused-x';
    const refused = [
      await ada.send('POST', `/api/teams/${team}/meetings`, `{ "name": "${mark}`),
      await ada.post(`/api/teams/${team}/meetings`, { activity: mark, name: mark }),
      await ada.post(`/api/teams/${team}/invitations/mail`, { emails: [`not a mail ${mark}`] }),
      await browser(server.url, origin).post('/api/auth/sign-in/email', {
        email: `${mark}@example.org`,
        password: mark,
      }),
      await ada.get(`/m/here?name=${mark}`),
    ];
    expect(refused.slice(0, 4).filter(({ status }) => status < 400)).toEqual([]);
    await ada.post(`/api/teams/${team}/invitations/mail`, { emails: ['kim@example.org'] });
    for (const played of all) await ended(played, owner, there.urls(), origin);
    await there.close(server);

    const said = server.said().slice(welcome.length);
    await vi.waitFor(() => expect(said).toContain('"level":"debug"'));
    const texts = all.flatMap(({ traces }) =>
      traces.made.flatMap(({ args }) => markersIn(JSON.stringify(args))),
    );
    expect(texts.length).toBeGreaterThan(100);
    // Who holds a meeting’s key may knock at its door.
    const secrets = [
      ...all.map(({ meeting }) => meeting),
      PASSWORD,
      ...cookieOf(ada)
        .split('; ')
        .map((each) => each.split('=')[1] ?? ''),
    ];
    const lines = said.split('\n');
    expect(lines.filter((line) => THEIRS.some((pattern) => pattern.test(line)))).toEqual([]);
    expect(lines.filter((line) => secrets.some((each) => line.includes(each)))).toEqual([]);
    // One JSON object a line, whatever happened.
    for (const line of lines.filter((each) => each !== ''))
      expect(JSON.parse(line)).toHaveProperty('level');
  },
);
