import { describe, expect, it } from 'vitest';
import { browser } from '../testing/browser.ts';
import { PASSWORD } from '../testing/people.ts';
import { ADA, started } from './testing/claimed.ts';

describe('the first start', () => {
  it('gives the server to whoever has the code, with an organization and a team', async () => {
    const server = await started();
    const ada = browser(server.url);
    const info = await ada.get('/api/server');
    expect(info.json()).toMatchObject({ claimed: false, mail: 'outbox' });

    const answer = await ada.post('/api/server/claim', { ...ADA, code: server.claimCode });
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
    const answer = await browser(server.url).post('/api/server/claim', { ...ADA, code });
    expect(answer.status).toBe(200);
  });

  it('refuses a wrong code, and too many of them', async () => {
    const server = await started();
    const guesser = browser(server.url);
    const codes: unknown[] = [];
    for (let i = 0; i < 12; i++) {
      const answer = await guesser.post('/api/server/claim', { ...ADA, code: 'AAAA-AAAA' });
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
        ...ADA,
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
