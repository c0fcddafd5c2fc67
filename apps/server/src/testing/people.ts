import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Me } from '@rondo/contract';
import type { FromServer } from '@rondo/live/messages';
import { WebSocket } from 'ws';
import { browser, type Answer, type Browser } from './browser.ts';
import type { TestServer } from './server.ts';

export const PASSWORD = 'a long enough password';

/** What `answer` holds, where a test knows what it asked for. */
export const bodyOf = <T>(answer: Answer): T => {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  // The endpoint's own schema has checked it on the server.
  return answer.json() as T;
};

export interface Owner {
  readonly ada: Browser;
  readonly team: string;
}

/** Ada, who owns the server and leads its first team. */
export async function claimedBy({ url, claimCode, environment }: TestServer): Promise<Owner> {
  const ada = browser(url, environment['RONDO_PUBLIC_URL']);
  const answer = await ada.post('/api/server/claim', {
    code: claimCode,
    name: 'Ada',
    email: 'ada@example.org',
    password: PASSWORD,
    organization: 'Engines',
    team: 'Analytics',
    language: 'en',
  });
  return { ada, team: bodyOf<{ team: string }>(answer).team };
}

/** The newest mail to somebody, and the token of the link in it. */
export async function mailTo({ app }: TestServer, email: string) {
  const mail = await app.db
    .selectFrom('mail')
    .selectAll()
    .where('recipient', '=', email)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { ...mail, token: /#(?:token=)?([A-Za-z0-9_-]{20,})/.exec(mail.text)?.[1] ?? '' };
}

/** Somebody new, who joins a team by a mailed invitation. */
export async function joined(server: TestServer, { ada, team }: Owner, name: string) {
  const email = `${name.toLowerCase()}@example.org`;
  bodyOf(await ada.post(`/api/teams/${team}/invitations/mail`, { emails: [email] }));
  const there = browser(server.url, server.environment['RONDO_PUBLIC_URL']);
  const { token } = await mailTo(server, email);
  bodyOf(await there.post('/api/invitations/join', { token, name, password: PASSWORD }));
  const { id } = bodyOf<{ id: string }>(await there.get('/api/me'));
  return { there, id, email };
}

/** Somebody new with an organization and a team of their own. */
export async function stranger(server: TestServer, name: string) {
  const there = browser(server.url, server.environment['RONDO_PUBLIC_URL']);
  const email = `${name.toLowerCase()}@example.org`;
  const wanted = { name, email, password: PASSWORD, language: 'en' };
  bodyOf(await there.post('/api/me/sign-up', wanted));
  bodyOf(await there.post('/api/me/enter', { token: (await mailTo(server, email)).token }));
  return there;
}

/** A socket that has asked for a meeting, and what came first; asked again while the server has too much to do. */
export async function inMeeting(server: TestServer, there: Browser, meeting: string) {
  const cookie = [...there.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  for (;;) {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live`, {
      headers: { cookie },
      origin: server.url,
    });
    await once(socket, 'open');
    const client = `test-${crypto.randomUUID().slice(0, 8)}`;
    socket.send(JSON.stringify({ t: 'join', v: 1, meeting, client }));
    const closed = once(socket, 'close').then(([code]) => Number(code));
    const [text] = (await once(socket, 'message')) as [Buffer];
    // Our own server's words.
    const first = JSON.parse(text.toString()) as FromServer;
    if (first.t !== 'bye' || first.why !== 'overloaded') return { socket, first, closed };
    await closed;
    // As a browser does: a busy machine is told so, and it is not what is tested here.
    await setTimeout(first.afterMs);
  }
}

/** Who somebody is, with the first of their organizations and the first of its teams. */
export async function homeOf(
  there: Browser,
): Promise<{ me: Me; organization: string; team: string }> {
  const me = bodyOf<Me>(await there.get('/api/me'));
  const [organization] = me.organizations;
  const [team] = organization?.teams ?? [];
  if (!organization || !team) throw new Error(`${me.name} is in no team`);
  return { me, organization: organization.id, team: team.id };
}

/** Another team, led by whoever makes it. */
export const newTeam = async (there: Browser, organization: string, name: string) =>
  bodyOf<{ team: string }>(await there.post('/api/teams', { organization, name })).team;
