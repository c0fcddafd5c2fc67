import type { Report, ReportChannel } from '@rondo/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealedId } from '../sealed-id.ts';
import { browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, joined, type Owner } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { mailReport } from './mailing.ts';
import { aDraft, aPost, FORM, form } from './testing/ship-report.ts';

let server: TestServer;
let owner: Owner;
let post: Report;
let list: string;

beforeAll(async () => {
  server = await testServer({ RONDO_TRUSTED_PROXIES: '127.0.0.0/8, ::1' });
  owner = await claimedBy(server);
  post = await aPost(server, owner);
  const { channel } = bodyOf<{ channel: ReportChannel }>(
    await owner.ada.get(`/api/teams/${owner.team}/reports`),
  );
  list = new URL(channel.url).pathname;
});

let visitors = 0;
/** Somebody from an address of their own. */
const send = (path: string, fields: Record<string, string>, from = `198.51.100.${++visitors}`) =>
  browser(server.url).send('POST', path, form(fields), { ...FORM, 'x-forwarded-for': from });
const subscribe = (email: string) => send(`${list}/subscribe`, { email });
const mailsTo = (email: string) =>
  server.app.db
    .selectFrom('mail')
    .selectAll()
    .where('recipient', '=', email)
    .orderBy('id')
    .execute();
const linkIn = (text: string): string => /\/r\/mails\/[A-Za-z0-9_-]+/.exec(text)?.[0] ?? '';
/** As the job does it: a repeat does no harm. */
const mailOut = (report: string): Promise<void> => {
  const { db, post: office, linkSecret: secret } = server.app;
  return mailReport({ db, post: office, secret }, report);
};
const reportMails = async (email: string) =>
  (await mailsTo(email)).filter(({ kind }) => kind === 'report');
/** Somebody who has confirmed. */
async function reader(email: string): Promise<void> {
  await subscribe(email);
  const [mail] = await mailsTo(email);
  await send(linkIn(mail?.text ?? ''), {});
}

describe('who subscribes', () => {
  it('gets a mail that asks, and reports only after the button behind its link', async () => {
    const email = 'reader@example.org';
    expect((await subscribe(email)).text).toContain('If the address is right');
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({ kind: 'report-confirm' });
    const link = linkIn(mail?.text ?? '');
    // Programs look at links before people do.
    expect((await browser(server.url).get(link)).text).toContain('<form method="post"');
    await mailOut(post.id);
    expect(await reportMails(email)).toEqual([]);
    expect((await send(link, {})).text).toContain('You will get the next report');
    await mailOut(post.id);
    const [got] = await reportMails(email);
    expect(got?.subject).toContain('A good week');
    expect(got?.text).toContain('We moved the servers');
  });

  it('is answered alike whether the address is new, waiting or confirmed, and is not mailed again and again', async () => {
    const email = 'known@example.org';
    const answers = [await subscribe(email), await subscribe(email)];
    await send(linkIn((await mailsTo(email))[0]?.text ?? ''), {});
    for (let n = 0; n < 4; n++) answers.push(await subscribe(email));
    const [first] = answers;
    for (const { status, text } of answers)
      expect([status, text]).toEqual([first?.status, first?.text]);
    expect(await mailsTo(email)).toHaveLength(2);
  });

  it('is asked to wait when too many come from one place, and corrected when it is no address', async () => {
    expect((await subscribe('not an address')).status).toBe(400);
    const from = '203.0.113.9';
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++)
      statuses.push((await send(`${list}/subscribe`, { email: `n${n}@example.org` }, from)).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  it('and is a program that fills in every field, changes nothing', async () => {
    await send(`${list}/subscribe`, { email: 'bot@example.org', website: 'https://x.example' });
    expect(await mailsTo('bot@example.org')).toEqual([]);
  });
});

describe('a report by mail', () => {
  it('comes once to each, however often and wherever it is published, repeated or mailed', async () => {
    const emails = ['one@example.org', 'two@example.org', 'three@example.org'];
    for (const email of emails) await reader(email);
    const other = await testServer({ ...server.environment, PORT: '0' });
    const published = await aPost(server, owner);
    const { db, post: office, linkSecret: secret } = other.app;
    await Promise.all([
      mailOut(published.id),
      mailReport({ db, post: office, secret }, published.id),
      mailOut(published.id),
    ]);
    const { version } = published;
    const back = await owner.ada.post(`/api/reports/${published.id}/unpublish`, { version });
    const again = bodyOf<Report>(
      await owner.ada.post(`/api/reports/${published.id}/publish`, {
        version: bodyOf<Report>(back).version,
        audience: 'public',
      }),
    );
    bodyOf(
      await owner.ada.post(`/api/reports/${published.id}/correct`, {
        version: again.version,
        content: again.content,
        note: 'A typo',
      }),
    );
    await mailOut(published.id);
    for (const email of emails) {
      const of = (await reportMails(email)).filter(({ subject }) =>
        subject.includes(`#${published.number} `),
      );
      expect(of, email).toHaveLength(1);
    }
  });

  it('goes to subscribers only where it is for everybody', async () => {
    await reader('public@example.org');
    const { id } = await aPost(server, owner, 'private');
    await mailOut(id);
    expect(await reportMails('public@example.org')).toEqual([]);
  });

  it('is left with one click: by the button of a mail program, and by a page', async () => {
    const email = 'leaving@example.org';
    await reader(email);
    const { id } = await aPost(server, owner);
    await mailOut(id);
    const [mail] = await reportMails(email);
    const link = new URL(mail?.unsubscribe ?? '').pathname;
    expect(mail?.text).toContain(link);
    expect((await browser(server.url).get(link)).text).toContain('Send me no more');
    const oneClick = await send(link, { 'List-Unsubscribe': 'One-Click' });
    expect(oneClick.status).toBe(200);
    // Done is done, also when it is asked for twice.
    expect((await send(link, {})).status).toBe(200);
    const next = await aPost(server, owner);
    await mailOut(next.id);
    expect(await reportMails(email)).toHaveLength(1);
  });

  it('is confirmed by its own link alone: that to leave does not', async () => {
    const email = 'forged@example.org';
    await subscribe(email);
    const { id } = await server.app.db
      .selectFrom('report_subscriber')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    for (const purpose of ['report feed', 'calendar'] as const)
      await send(`/r/mails/${sealedId(server.app.linkSecret, purpose, id)}`, {});
    await send(`/r/mails/${sealedId('another secret', 'report confirm', id)}`, {});
    await mailOut(post.id);
    expect(await reportMails(email)).toEqual([]);
  });

  it('comes to members who want it, private ones too, until they leave the team', async () => {
    const cleo = await joined(server, owner, 'Cleo');
    const path = `/api/teams/${owner.team}/reports/mails`;
    expect(
      bodyOf<ReportChannel>(await cleo.there.send('PUT', path, { mailed: true })),
    ).toMatchObject({ mailed: true, subscribers: null });
    const first = await aPost(server, owner, 'private');
    await mailOut(first.id);
    expect(await reportMails(cleo.email)).toMatchObject([
      { text: expect.stringContaining(`/reports/${first.id}`) },
    ]);
    const [mail] = await reportMails(cleo.email);
    const oneClick = new URL(mail?.unsubscribe ?? '').pathname;
    const mailsAfterNext = async (): Promise<number> => {
      const { id } = await aPost(server, owner, 'private');
      await mailOut(id);
      return (await reportMails(cleo.email)).length;
    };
    // By the button of a mail program, which signs nobody in.
    const clicked = await send(oneClick, { 'List-Unsubscribe': 'One-Click' });
    expect(bodyOf(clicked)).toMatchObject({ mailing: 'report', team: { name: 'Analytics' } });
    expect(await mailsAfterNext()).toBe(1);
    // Switched off everywhere, and asked for again.
    const off = { mailing: { mailing: 'report', team: null, on: false } };
    bodyOf(await cleo.there.send('PATCH', '/api/me/notifications/settings', off));
    const again = await cleo.there.send('PUT', path, { mailed: true });
    expect(bodyOf<ReportChannel>(again).mailed).toBe(true);
    expect(await mailsAfterNext()).toBe(2);
    bodyOf(await owner.ada.send('DELETE', `/api/teams/${owner.team}/members/${cleo.id}`));
    const next = await aPost(server, owner, 'private');
    await mailOut(next.id);
    expect(await reportMails(cleo.email)).toHaveLength(2);
  });
});

describe('feedback', () => {
  const say = (fields: Record<string, string>, from?: string) =>
    send(`${new URL(post.url ?? '').pathname}/feedback`, fields, from);
  const heard = async () => bodyOf<Report>(await owner.ada.get(`/api/reports/${post.id}`)).feedback;

  it('of a reader stands on the report for members alone, and its author is told', async () => {
    expect((await say({ text: 'Well done <b>', name: 'Kim' })).text).toContain('Thank you');
    expect(await heard()).toMatchObject([{ name: 'Kim', text: 'Well done <b>' }]);
    const notices = await server.app.db
      .selectFrom('notification')
      .select(['kind', 'about'])
      .where('kind', '=', 'report-feedback')
      .execute();
    expect(notices).toMatchObject([{ about: { report: post.id } }]);
    const page = await browser(server.url).get(new URL(post.url ?? '').pathname);
    expect(page.text).not.toContain('Well done');
  });

  it('of a colleague comes under their name', async () => {
    const cleo = await joined(server, owner, 'Dora');
    bodyOf(await cleo.there.post(`/api/reports/${post.id}/feedback`, { text: 'Nice' }));
    expect((await heard())[0]).toMatchObject({ name: 'Dora', text: 'Nice' });
    const { id } = await aDraft(server, owner);
    const early = await cleo.there.post(`/api/reports/${id}/feedback`, { text: 'Early' });
    expect(early.status).toBe(404);
  });

  it('is kept within bounds: length, number from one place, programs, other sites', async () => {
    const before = (await heard()).length;
    expect((await say({ text: ' ' })).status).toBe(400);
    expect((await say({ text: 'x'.repeat(4_001) })).status).toBe(400);
    expect((await say({ text: 'x'.repeat(60_000) })).status).toBe(400);
    expect((await say({ text: 'Buy', website: 'https://x.example' })).status).toBe(200);
    const elsewhere = await browser(server.url).send(
      'POST',
      `${new URL(post.url ?? '').pathname}/feedback`,
      form({ text: 'From another site' }),
      { ...FORM, 'sec-fetch-site': 'cross-site' },
    );
    expect(elsewhere.status).toBe(403);
    expect(await heard()).toHaveLength(before);
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push((await say({ text: 'Hi' }, '203.0.113.10')).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });
});
