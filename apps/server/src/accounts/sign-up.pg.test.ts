import { describe, expect, it } from 'vitest';
import { browser } from '../testing/browser.ts';
import { mailTo, PASSWORD } from '../testing/people.ts';
import { ADA, claimed, signIn, tokenIn, withoutChance } from './testing/claimed.ts';

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
      email: ADA.email,
    });
    const unknown = await browser(server.url).post('/api/me/sign-up', grace);
    expect(withoutChance(known)).toEqual(withoutChance(unknown));
    expect(await mailTo(server, ADA.email)).toMatchObject({ kind: 'sign-up-known' });
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
