import { describe, expect, it, onTestFinished } from 'vitest';
import { browser, type Browser } from '../testing/browser.ts';
import { testServer, type TestServer } from '../testing/server.ts';

const PASSWORD = 'a long enough password';

const owner = {
  name: 'Ada',
  email: 'ada@example.org',
  password: PASSWORD,
  organization: 'Engines',
  team: 'Analytics',
  language: 'en',
};

async function started(environment: Record<string, string> = {}): Promise<TestServer> {
  const server = await testServer(environment);
  onTestFinished(server.stop);
  return server;
}

async function claimed(environment: Record<string, string> = {}): Promise<TestServer> {
  const server = await started(environment);
  const answer = await browser(server.url, environment['RONDO_PUBLIC_URL']).post(
    '/api/server/claim',
    { ...owner, code: server.claimCode },
  );
  expect(answer.status).toBe(200);
  return server;
}

/** The newest mail to somebody. */
async function mailTo({ app }: TestServer, email: string) {
  return app.db
    .selectFrom('mail')
    .selectAll()
    .where('recipient', '=', email)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

function tokenIn(text: string): string {
  const token = /[#?]token=([A-Za-z0-9_-]+)/.exec(text)?.[1];
  if (!token) throw new Error('There is no link in the mail');
  return token;
}

describe('the first start', () => {
  it('gives the server to whoever has the code, with an organization and a team', async () => {
    const server = await started();
    const ada = browser(server.url);
    const info = await ada.get('/api/server');
    expect(info.json()).toMatchObject({ claimed: false, mail: 'outbox' });

    const answer = await ada.post('/api/server/claim', { ...owner, code: server.claimCode });
    expect(answer.status).toBe(200);
    const me = (await ada.get('/api/me')).json();
    expect(me).toMatchObject({
      name: 'Ada',
      ownsServer: true,
      organizations: [
        { name: 'Engines', role: 'owner', teams: [{ name: 'Analytics', role: 'lead' }] },
      ],
    });
    expect((await ada.get('/api/server')).json()).toMatchObject({ claimed: true });
  });

  it('takes the code in small letters and without the dash', async () => {
    const server = await started();
    const code = server.claimCode!.toLowerCase().replace('-', '');
    const answer = await browser(server.url).post('/api/server/claim', { ...owner, code });
    expect(answer.status).toBe(200);
  });

  it('refuses a wrong code, and too many of them', async () => {
    const server = await started();
    const guesser = browser(server.url);
    const codes: unknown[] = [];
    for (let i = 0; i < 12; i++) {
      const answer = await guesser.post('/api/server/claim', { ...owner, code: 'AAAA-AAAA' });
      codes.push((answer.json() as { code: string }).code);
    }
    expect(new Set(codes.slice(0, 10))).toEqual(new Set(['wrong-code']));
    expect(codes.slice(10)).toEqual(['too-many', 'too-many']);
    expect((await guesser.get('/api/server')).json()).toMatchObject({ claimed: false });
  });

  it('has one owner, also when two claim at once', async () => {
    const server = await started();
    const claims = ['ada', 'grace'].map((name) =>
      browser(server.url).post('/api/server/claim', {
        ...owner,
        email: `${name}@example.org`,
        code: server.claimCode,
      }),
    );
    const statuses = (await Promise.all(claims)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('lets nobody else sign up before', async () => {
    const server = await started();
    const answer = await browser(server.url).post('/api/me/sign-up', {
      name: 'Eve',
      email: 'eve@example.org',
      password: PASSWORD,
      language: 'en',
    });
    expect(answer.json()).toMatchObject({ code: 'not-claimed' });
  });
});

describe('signing up', () => {
  const grace = { name: 'Grace', email: 'grace@example.org', password: PASSWORD, language: 'de' };

  it('makes the account when the mailed link is followed, and once only', async () => {
    const server = await claimed();
    const there = browser(server.url);
    expect((await there.post('/api/me/sign-up', { ...grace, next: '/account' })).status).toBe(200);
    expect((await signIn(there, grace.email)).status).toBe(401);

    const mail = await mailTo(server, grace.email);
    expect(mail).toMatchObject({ kind: 'sign-up', state: 'kept' });
    expect(mail.text).toContain('next=%2Faccount');
    const token = tokenIn(mail.text);
    expect((await there.post('/api/me/enter', { token })).status).toBe(200);
    expect((await there.get('/api/me')).json()).toMatchObject({
      name: 'Grace',
      language: 'de',
      ownsServer: false,
      organizations: [{ role: 'owner', teams: [{ name: 'Team von Grace', role: 'lead' }] }],
    });

    const again = await browser(server.url).post('/api/me/enter', { token });
    expect(again.json()).toMatchObject({ code: 'expired' });
    expect((await signIn(browser(server.url), grace.email)).status).toBe(200);
  });

  it('makes no team for who comes by an invitation', async () => {
    const server = await claimed();
    const there = browser(server.url);
    await there.post('/api/me/sign-up', { ...grace, next: '/join#some-token' });
    await there.post('/api/me/enter', { token: tokenIn((await mailTo(server, grace.email)).text) });
    expect((await there.get('/api/me')).json()).toMatchObject({ organizations: [] });
  });

  it('answers the same, byte for byte, for a known and an unknown address', async () => {
    const server = await claimed();
    const known = await browser(server.url).post('/api/me/sign-up', {
      ...grace,
      email: owner.email,
    });
    const unknown = await browser(server.url).post('/api/me/sign-up', grace);
    expect(withoutChance(known)).toEqual(withoutChance(unknown));
    expect(await mailTo(server, owner.email)).toMatchObject({ kind: 'sign-up-known' });
    expect(await mailTo(server, grace.email)).toMatchObject({ kind: 'sign-up' });
  });

  it('is for invited people alone where the server says so', async () => {
    const server = await claimed({ RONDO_SIGN_UP: 'invited' });
    const there = browser(server.url);
    expect((await there.post('/api/me/sign-up', grace)).json()).toMatchObject({
      code: 'not-allowed',
    });
    const withWrongLink = { ...grace, next: '/join#nobody-has-made-this-token' };
    expect((await there.post('/api/me/sign-up', withWrongLink)).status).not.toBe(200);
  });
});

describe('signing in', () => {
  it('says no more than “wrong” for a wrong password and for an unknown address', async () => {
    const server = await claimed();
    const wrong = await signIn(browser(server.url), owner.email, 'another long password');
    const unknown = await signIn(browser(server.url), 'nobody@example.org');
    expect(wrong.status).toBe(401);
    expect(withoutChance(wrong)).toEqual(withoutChance(unknown));
  });

  it('by a mailed link works once, and answers the same for an unknown address', async () => {
    const server = await claimed();
    const ada = browser(server.url);
    const known = await askForLink(ada, owner.email);
    const unknown = await askForLink(ada, 'nobody@example.org');
    expect(known.status).toBe(200);
    expect(withoutChance(known)).toEqual(withoutChance(unknown));
    expect((await mailTo(server, 'nobody@example.org')).kind).toBe('sign-in-unknown');

    const { text } = await mailTo(server, owner.email);
    expect(text).toContain('next=%2Faccount');
    const token = tokenIn(text);
    expect((await ada.post('/api/me/enter', { token })).status).toBe(200);
    expect((await ada.get('/api/me')).json()).toMatchObject({ email: owner.email });
    const again = await browser(server.url).post('/api/me/enter', { token });
    expect(again.json()).toMatchObject({ code: 'expired' });
  });

  it('keeps no token of a link in the database', async () => {
    const server = await claimed();
    await askForLink(browser(server.url), owner.email);
    const token = tokenIn((await mailTo(server, owner.email)).text);
    const { rows } = await server.app.pool.query('select identifier, value from verification');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is limited, also over a restart of the server', async () => {
    const server = await claimed();
    const there = browser(server.url);
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) {
      statuses.push((await signIn(there, owner.email, 'a wrong password')).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    await server.stop();
    const next = await started({ ...server.environment, PORT: '0' });
    expect((await signIn(browser(next.url), owner.email)).status).toBe(429);
  });

  it('leads nowhere else', async () => {
    const server = await claimed();
    const there = browser(server.url);
    await there.post('/api/auth/sign-in/magic-link', {
      email: owner.email,
      callbackURL: '//evil.example',
    });
    expect((await mailTo(server, owner.email)).text).not.toContain('evil');
  });
});

describe('a new password', () => {
  it('is set by a mailed link, once, and ends all sessions', async () => {
    const server = await claimed();
    const ada = browser(server.url);
    await signIn(ada, owner.email);
    const known = await ada.post('/api/auth/request-password-reset', { email: owner.email });
    const unknown = await ada.post('/api/auth/request-password-reset', { email: 'no@example.org' });
    expect(withoutChance(known)).toEqual(withoutChance(unknown));

    await expect.poll(async () => (await mailTo(server, owner.email)).kind).toBe('reset-password');
    const token = tokenIn((await mailTo(server, owner.email)).text);
    const body = { token, newPassword: 'quite another password' };
    expect((await browser(server.url).post('/api/auth/reset-password', body)).status).toBe(200);
    expect((await ada.get('/api/me')).status).toBe(401);
    expect((await browser(server.url).post('/api/auth/reset-password', body)).status).toBe(400);
    expect((await signIn(ada, owner.email, body.newPassword)).status).toBe(200);
  });
});

describe('sessions', () => {
  it('end everywhere at once', async () => {
    const server = await claimed();
    const phone = browser(server.url);
    const laptop = browser(server.url);
    await signIn(phone, owner.email);
    await signIn(laptop, owner.email);
    expect((await phone.get('/api/me')).status).toBe(200);
    expect((await laptop.post('/api/auth/revoke-sessions')).status).toBe(200);
    expect((await phone.get('/api/me')).status).toBe(401);
    expect((await laptop.get('/api/me')).status).toBe(401);
  });

  it('of other devices end when the password changes', async () => {
    const server = await claimed();
    const phone = browser(server.url);
    const laptop = browser(server.url);
    await signIn(phone, owner.email);
    await signIn(laptop, owner.email);
    const answer = await laptop.post('/api/auth/change-password', {
      currentPassword: PASSWORD,
      newPassword: 'quite another password',
      revokeOtherSessions: true,
    });
    expect(answer.status).toBe(200);
    expect((await phone.get('/api/me')).status).toBe(401);
    expect((await laptop.get('/api/me')).status).toBe(200);
  });

  it('have a __Host- cookie, sent over https alone, where the public address is https', async () => {
    const origin = 'https://rondo.example.org';
    const server = await claimed({ RONDO_PUBLIC_URL: origin });
    const answer = await signIn(browser(server.url, origin), owner.email);
    const cookies = answer.headers['set-cookie'] ?? [];
    expect(cookies).not.toEqual([]);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-rondo\./);
      expect(cookie).toMatch(/; Path=\/(;|$)/);
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Lax/);
      expect(cookie).not.toMatch(/Domain=/i);
    }
  });

  it('are not started from pages of others', async () => {
    const server = await claimed();
    const evil = browser(server.url, 'https://evil.example');
    expect((await signIn(evil, owner.email)).json()).toMatchObject({ code: 'wrong-origin' });
    expect((await evil.post('/api/me/enter', { token: 'x'.repeat(32) })).status).toBe(403);
  });

  it('belong to people who may change their name', async () => {
    const server = await claimed();
    const ada = browser(server.url);
    await signIn(ada, owner.email);
    const changed = await ada.send('PATCH', '/api/me', { name: 'Countess', language: 'de' });
    expect(changed.json()).toMatchObject({ name: 'Countess', language: 'de' });
  });
});

it('nothing of better-auth is reachable beside what is needed', async () => {
  const server = await claimed();
  const there = browser(server.url);
  for (const path of ['sign-up/email', 'update-user', 'start-session', 'delete-user']) {
    expect((await there.post(`/api/auth/${path}`, { userId: 'x' })).status).toBe(404);
  }
  expect((await there.get('/api/auth/magic-link/verify?token=x')).status).toBe(404);
});

function signIn(there: Browser, email: string, password = PASSWORD) {
  return there.post('/api/auth/sign-in/email', { email, password });
}

function askForLink(there: Browser, email: string) {
  return there.post('/api/auth/sign-in/magic-link', { email, callbackURL: '/account' });
}

/** An answer without what differs between any two answers. */
function withoutChance({ status, headers, text }: Awaited<ReturnType<Browser['get']>>) {
  return { status, text, headers: { ...headers, date: '', 'x-request-id': '' } };
}
