import type { Invitation } from '@rondo/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { browser, type Browser } from '../testing/browser.ts';
import {
  bodyOf,
  claimedBy,
  homeOf,
  inMeeting,
  joined,
  mailTo,
  type Owner,
  PASSWORD,
  stranger,
} from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
let owner: Owner;
let meeting: string;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  const started = await owner.ada.post(`/api/teams/${owner.team}/meetings`, {
    activity: 'start-stop-continue',
    name: 'Sprint 118',
  });
  ({ meeting } = bodyOf<{ meeting: string }>(started));
});

async function link(more: object = {}) {
  const made = await owner.ada.post(`/api/teams/${owner.team}/invitations/link`, more);
  const { invitation, url } = bodyOf<{ invitation: Invitation; url: string }>(made);
  return { invitation, token: url.split('#')[1] ?? '' };
}

async function mailed(email: string, more: object = {}): Promise<string> {
  const wanted = { emails: [email], ...more };
  bodyOf(await owner.ada.post(`/api/teams/${owner.team}/invitations/mail`, wanted));
  return (await mailTo(server, email)).token;
}

const accept = (there: Browser, token: string) => there.post('/api/invitations/accept', { token });
const look = (token: string) => browser(server.url).post('/api/invitations/look', { token });
const revoke = (there: Browser, id: string) => there.send('DELETE', `/api/invitations/${id}`);

describe('a mailed invitation', () => {
  it('leads a newcomer into the team and on into the running meeting, in one step', async () => {
    const token = await mailed('ben@example.org', { meeting });
    expect(bodyOf(await look(token))).toEqual({
      team: 'Analytics',
      organization: 'Engines',
      by: 'Ada',
      addressed: true,
      meeting: { name: 'Sprint 118' },
    });
    const ben = browser(server.url);
    const joining = await ben.post('/api/invitations/join', { token, name: 'Ben', language: 'de' });
    expect(bodyOf(joining)).toEqual({ team: owner.team, meeting });
    expect(bodyOf(await ben.get('/api/me'))).toMatchObject({ language: 'de' });
    const { socket, first } = await inMeeting(server, ben, meeting);
    expect(first.t).toBe('welcome');
    socket.close();
  });

  it('works once', async () => {
    const token = await mailed('cleo@example.org');
    const both = await Promise.all(
      ['Cleo', 'Clea'].map((name) =>
        browser(server.url).post('/api/invitations/join', { token, name }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
    expect((await look(token)).json()).toMatchObject({ code: 'expired' });
  });

  it('is for the one it was mailed to', async () => {
    const dan = await stranger(server, 'Dan');
    const token = await mailed('eve@example.org');
    expect((await accept(dan, token)).json()).toMatchObject({ code: 'not-allowed' });
    expect((await look(token)).status).toBe(200);
  });

  it('asks whoever has an account already to sign in', async () => {
    const token = await mailed('ada@example.org');
    const answer = await browser(server.url).post('/api/invitations/join', { token, name: 'X' });
    expect(answer.json()).toMatchObject({ code: 'conflict' });
  });
});

describe('a link', () => {
  it('works for many, each with an account', async () => {
    const { token } = await link({ meeting });
    expect((await accept(browser(server.url), token)).json()).toMatchObject({ code: 'signed-out' });
    for (const name of ['Fay', 'Gil']) {
      const there = await stranger(server, name);
      expect(bodyOf(await accept(there, token))).toEqual({ team: owner.team, meeting });
    }
    const { invitations } = bodyOf<{ invitations: Invitation[] }>(
      await owner.ada.get(`/api/teams/${owner.team}/invitations`),
    );
    expect(invitations.find(({ email }) => email === null)).toMatchObject({ uses: 2, by: 'Ada' });
  });

  it('does not make accounts: it shows no address to be theirs', async () => {
    const { token } = await link();
    const answer = await browser(server.url).post('/api/invitations/join', {
      token,
      name: 'Hal',
      password: PASSWORD,
    });
    expect(answer.json()).toMatchObject({ code: 'expired' });
  });

  it('leads into no meeting of another team', async () => {
    const ida = await stranger(server, 'Ida');
    const { team } = await homeOf(ida);
    const foreign = await ida.post(`/api/teams/${team}/invitations/link`, { meeting });
    const madeUp = await ida.post(`/api/teams/${team}/invitations/link`, {
      meeting: 'x'.repeat(22),
    });
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(madeUp.text);
  });
});

describe('every invitation', () => {
  it('is stored as a hash alone', async () => {
    const { token } = await link();
    const { rows } = await server.app.pool.query('select i::text as row from invitation i');
    const hex = Buffer.from(token).toString('hex');
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows as { row: string }[]) {
      expect(row).not.toContain(token);
      expect(row).not.toContain(hex);
    }
  });

  it('that is used up, expired, withdrawn or made up is answered with the same bytes', async () => {
    const [expired, withdrawn] = [await link({ days: 1 }), await link()];
    await server.app.db
      .updateTable('invitation')
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .where('id', '=', expired.invitation.id)
      .execute();
    bodyOf(await revoke(owner.ada, withdrawn.invitation.id));
    const dead = [expired.token, withdrawn.token, 'nobody-has-ever-made-this-one'];
    const answers = await Promise.all([
      ...dead.map(look),
      ...dead.map((token) => accept(owner.ada, token)),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([410]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('is withdrawn by who made it, by a lead, and by nobody else', async () => {
    const jo = await joined(server, owner, 'Jo');
    const kim = await joined(server, owner, 'Kim');
    const lou = await stranger(server, 'Lou');
    const made = await jo.there.post(`/api/teams/${owner.team}/invitations/link`, {});
    const { invitation } = bodyOf<{ invitation: Invitation }>(made);
    expect((await revoke(kim.there, invitation.id)).json()).toMatchObject({ code: 'not-allowed' });
    const foreign = await revoke(lou, invitation.id);
    const madeUp = await revoke(lou, crypto.randomUUID());
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(madeUp.text);
    bodyOf(await revoke(owner.ada, invitation.id));
  });
});

describe('invitations by mail', () => {
  const mail = (there: Browser, team: string, emails: readonly string[]) =>
    there.post(`/api/teams/${team}/invitations/mail`, { emails });
  const addresses = (many: number, name: string): string[] =>
    Array.from({ length: many }, (_, at) => `${name}-${at}@example.org`);

  it('go out ten times in a minute, for many at once', async () => {
    const ned = await joined(server, owner, 'Ned');
    const made = bodyOf<{ invitations: Invitation[] }>(
      await mail(ned.there, owner.team, addresses(8, 'many')),
    );
    expect(made.invitations).toHaveLength(8);
    const more = [];
    for (let turn = 0; turn < 10; turn++)
      more.push((await mail(ned.there, owner.team, [`turn-${turn}@example.org`])).status);
    expect(more).toEqual([...Array.from({ length: 9 }, () => 200), 429]);
  });

  it('stop after a hundred of which nobody came, and never where somebody did', async () => {
    const [oda, pia] = [await joined(server, owner, 'Oda'), await joined(server, owner, 'Pia')];
    for (const { id, accepted } of [
      { id: oda.id, accepted: 0 },
      { id: pia.id, accepted: 1 },
    ]) {
      await server.app.db
        .insertInto('inviting')
        .values({ user_id: id, mailed: 98, accepted })
        .execute();
    }
    expect((await mail(oda.there, owner.team, addresses(3, 'oda'))).status).toBe(429);
    bodyOf(await mail(oda.there, owner.team, addresses(2, 'oda')));
    expect((await mail(oda.there, owner.team, ['oda-last@example.org'])).status).toBe(429);
    // A link is no unwanted mail.
    bodyOf(await oda.there.post(`/api/teams/${owner.team}/invitations/link`, {}));
    bodyOf(await mail(pia.there, owner.team, addresses(5, 'pia')));

    const { token } = await mailTo(server, 'oda-0@example.org');
    bodyOf(await browser(server.url).post('/api/invitations/join', { token, name: 'Came' }));
    bodyOf(await mail(oda.there, owner.team, ['oda-last@example.org']));
  });
});

it('where only invited people may sign up, an invitation opens the door and nothing else does', async () => {
  const closed = await testServer({ RONDO_SIGN_UP: 'invited' });
  const { ada, team } = await claimedBy(closed);
  const made = await ada.post(`/api/teams/${team}/invitations/link`, {});
  const token = bodyOf<{ url: string }>(made).url.split('#')[1] ?? '';
  const mia = browser(closed.url);
  const wanted = { name: 'Mia', email: 'mia@example.org', password: PASSWORD, language: 'en' };
  expect((await mia.post('/api/me/sign-up', wanted)).json()).toMatchObject({ code: 'not-allowed' });
  bodyOf(await mia.post('/api/me/sign-up', { ...wanted, next: `/join#${token}` }));
  const entered = { token: (await mailTo(closed, 'mia@example.org')).token };
  bodyOf(await mia.post('/api/me/enter', entered));
  expect(bodyOf(await accept(mia, token))).toMatchObject({ team });
});
