import { describe, expect, it } from 'vitest';
import { browser, type Browser } from '../testing/browser.ts';
import { mailTo, PASSWORD } from '../testing/people.ts';
import { ADA, claimed, signIn, started, tokenIn, withoutChance } from './testing/claimed.ts';

describe('signing in', () => {
  it('says no more than “wrong” for a wrong password and for an unknown address', async () => {
    const server = await claimed();
    const wrong = await signIn(browser(server.url), ADA.email, 'another long password');
    const unknown = await signIn(browser(server.url), 'nobody@example.org');
    expect(wrong.status).toBe(401);
    expect(withoutChance(wrong)).toEqual(withoutChance(unknown));
  });

  it('by a mailed link works once, and answers the same for an unknown address', async () => {
    const server = await claimed();
    const ada = browser(server.url);
    const known = await askForLink(ada, ADA.email);
    const unknown = await askForLink(ada, 'nobody@example.org');
    expect(known.status).toBe(200);
    expect(withoutChance(known)).toEqual(withoutChance(unknown));
    expect((await mailTo(server, 'nobody@example.org')).kind).toBe('sign-in-unknown');

    const { text } = await mailTo(server, ADA.email);
    expect(text).toContain('next=%2Faccount');
    const token = tokenIn(text);
    expect((await ada.post('/api/me/enter', { token })).status).toBe(200);
    expect((await ada.get('/api/me')).json()).toMatchObject({ email: ADA.email });
    const again = await browser(server.url).post('/api/me/enter', { token });
    expect(again.json()).toMatchObject({ code: 'expired' });
  });

  it('keeps no token of a link in the database', async () => {
    const server = await claimed();
    await askForLink(browser(server.url), ADA.email);
    const token = tokenIn((await mailTo(server, ADA.email)).text);
    const { rows } = await server.app.pool.query('select identifier, value from verification');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is limited, also over a restart of the server', async () => {
    const server = await claimed();
    const there = browser(server.url);
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) {
      statuses.push((await signIn(there, ADA.email, 'a wrong password')).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    await server.stop();
    const next = await started({ ...server.environment, PORT: '0' });
    expect((await signIn(browser(next.url), ADA.email)).status).toBe(429);
  });

  it('leads nowhere else', async () => {
    const server = await claimed();
    const there = browser(server.url);
    await there.post('/api/auth/sign-in/magic-link', {
      email: ADA.email,
      callbackURL: '//evil.example',
    });
    expect((await mailTo(server, ADA.email)).text).not.toContain('evil');
  });
});

describe('a new password', () => {
  it('is set by a mailed link, once, and ends all sessions', async () => {
    const server = await claimed();
    const ada = browser(server.url);
    await signIn(ada, ADA.email);
    const known = await ada.post('/api/auth/request-password-reset', { email: ADA.email });
    const unknown = await ada.post('/api/auth/request-password-reset', { email: 'no@example.org' });
    expect(withoutChance(known)).toEqual(withoutChance(unknown));

    await expect.poll(async () => (await mailTo(server, ADA.email)).kind).toBe('reset-password');
    const token = tokenIn((await mailTo(server, ADA.email)).text);
    const body = { token, newPassword: 'quite another password' };
    expect((await browser(server.url).post('/api/auth/reset-password', body)).status).toBe(200);
    expect((await ada.get('/api/me')).status).toBe(401);
    expect((await browser(server.url).post('/api/auth/reset-password', body)).status).toBe(400);
    expect((await signIn(ada, ADA.email, body.newPassword)).status).toBe(200);
  });
});

describe('sessions', () => {
  it('end everywhere at once', async () => {
    const server = await claimed();
    const phone = browser(server.url);
    const laptop = browser(server.url);
    await signIn(phone, ADA.email);
    await signIn(laptop, ADA.email);
    expect((await phone.get('/api/me')).status).toBe(200);
    expect((await laptop.post('/api/auth/revoke-sessions')).status).toBe(200);
    expect((await phone.get('/api/me')).status).toBe(401);
    expect((await laptop.get('/api/me')).status).toBe(401);
  });

  it('of other devices end when the password changes', async () => {
    const server = await claimed();
    const phone = browser(server.url);
    const laptop = browser(server.url);
    await signIn(phone, ADA.email);
    await signIn(laptop, ADA.email);
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
    const answer = await signIn(browser(server.url, origin), ADA.email);
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
    expect((await signIn(evil, ADA.email)).json()).toMatchObject({ code: 'wrong-origin' });
    expect((await evil.post('/api/me/enter', { token: 'x'.repeat(32) })).status).toBe(403);
  });

  it('belong to people who may change their name', async () => {
    const server = await claimed();
    const ada = browser(server.url);
    await signIn(ada, ADA.email);
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

function askForLink(there: Browser, email: string) {
  return there.post('/api/auth/sign-in/magic-link', { email, callbackURL: '/account' });
}
