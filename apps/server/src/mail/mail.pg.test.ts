import { describe, expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../testing/postgres.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import type { Letter } from './letter.ts';
import { mailServer } from './testing/mail-server.ts';

const PUBLIC = { RONDO_PUBLIC_URL: 'https://rondo.example.org' };

const letter: Letter = {
  language: 'en',
  subject: 'Bread & butter <news>',
  paragraphs: ['Hello', 'You said: "<script>"'],
  button: { label: 'Open', url: 'https://rondo.example.org/m/1?a=1&b=2' },
  footnote: 'Because you asked.',
};

async function started(environment: Record<string, string>): Promise<TestServer> {
  const server = await testServer(environment);
  onTestFinished(server.stop);
  return server;
}

function queue({ app }: TestServer) {
  return app.db
    .transaction()
    .execute((tx) => app.post.queue(tx, { to: 'ada@example.org', kind: 'outcome', letter }));
}

function mails({ app }: TestServer) {
  return app.db.selectFrom('mail').selectAll().orderBy('id').execute();
}

describe('with a mail server', () => {
  it('a mail is sent as HTML and text, and its words are deleted here', async () => {
    const smtp = await mailServer();
    const server = await started({ ...PUBLIC, SMTP_URL: smtp.url });
    await queue(server);
    await expect.poll(() => smtp.received, { timeout: 10_000 }).toHaveLength(1);
    const [mail] = smtp.received;
    expect(mail).toMatchObject({ from: 'rondo@rondo.example.org', to: ['ada@example.org'] });
    expect(mail?.data).toContain('Subject: Bread & butter <news>');
    expect(mail?.data).toContain('Content-Type: text/plain');
    expect(mail?.data).toContain('Content-Type: text/html');
    const [row] = await mails(server);
    expect(mail?.data).toContain('Auto-Submitted: auto-generated\r\n');
    expect(mail?.data).toContain(`Message-ID: <${row?.id}@rondo.example.org>\r\n`);
    expect(mail?.data).toMatch(/^Date: \w{3}, \d\d \w{3} \d{4} /m);
    // Only what is sent to many, and can be left, is a list.
    expect(mail?.data).not.toContain('List-');
    await expect
      .poll(() => mails(server))
      .toMatchObject([{ state: 'sent', tries: 1, html: '', text: '', error: null }]);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('rondo_mails_total{kind="outcome",outcome="sent"} 1');
  });

  it('a mail that can be left says which list it is of, and how', async () => {
    const smtp = await mailServer();
    const server = await started({ ...PUBLIC, SMTP_URL: smtp.url });
    const leave = 'https://rondo.example.org/r/leave/1';
    const mail = { to: 'ada@example.org', kind: 'report', letter, leave } as const;
    await server.app.db.transaction().execute((tx) => server.app.post.queue(tx, mail));
    await expect.poll(() => smtp.received, { timeout: 10_000 }).toHaveLength(1);
    const data = smtp.received[0]?.data;
    expect(data).toContain('List-ID: <report.rondo.example.org>\r\n');
    expect(data).toContain(`List-Unsubscribe: <${leave}>\r\n`);
    expect(data).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  });

  it('a mail that is refused is tried again, and its error can be read meanwhile', async () => {
    const smtp = await mailServer(1);
    const server = await started({ ...PUBLIC, SMTP_URL: smtp.url });
    await queue(server);
    await expect
      .poll(() => mails(server), { timeout: 10_000 })
      .toMatchObject([{ state: 'queued', tries: 1, error: expect.stringContaining('Not now') }]);
    // Let the time until the next try be over; the next mail wakes the worker.
    const soon = `update pgboss.job set start_after = now() where state = 'retry'`;
    await expect.poll(async () => (await server.app.pool.query(soon)).rowCount).toBe(1);
    await queue(server);
    await expect.poll(() => smtp.received, { timeout: 10_000 }).toHaveLength(2);
    await expect
      .poll(() => mails(server))
      .toMatchObject([
        { state: 'sent', tries: 2, error: null },
        { state: 'sent', tries: 1 },
      ]);
  });

  it('a mail that waits without a job, as in a restored database, is sent after the start', async () => {
    const smtp = await mailServer();
    const DATABASE_URL = await freshDatabase();
    const first = await started({ ...PUBLIC, DATABASE_URL });
    await queue(first);
    await first.app.db.updateTable('mail').set({ state: 'queued' }).execute();
    await first.stop();
    const server = await started({ ...PUBLIC, DATABASE_URL, SMTP_URL: smtp.url });
    await expect.poll(() => smtp.received, { timeout: 10_000 }).toHaveLength(1);
    await expect.poll(() => mails(server)).toMatchObject([{ state: 'sent', tries: 1 }]);
  });

  it('a mail whose cause does not happen is not sent', async () => {
    const smtp = await mailServer();
    const server = await started({ ...PUBLIC, SMTP_URL: smtp.url });
    const work = server.app.db.transaction().execute(async (tx) => {
      await server.app.post.queue(tx, { to: 'ada@example.org', kind: 'outcome', letter });
      throw new Error('It did not happen');
    });
    await expect(work).rejects.toThrow('It did not happen');
    const { rows } = await server.app.pool.query(`select from pgboss.job where name = 'send-mail'`);
    expect(rows).toEqual([]);
    expect(await mails(server)).toEqual([]);
  });

  it('the sender is as the settings say', async () => {
    const smtp = await mailServer();
    const sender = { RONDO_MAIL_FROM: 'Our retros <retro@example.org>' };
    const server = await started({ ...PUBLIC, ...sender, SMTP_URL: smtp.url });
    await queue(server);
    await expect.poll(() => smtp.received, { timeout: 10_000 }).toHaveLength(1);
    expect(smtp.received[0]?.data).toContain('From: Our retros <retro@example.org>');
  });
});

describe('without a mail server', () => {
  it('a mail is kept for the owner of the server', async () => {
    const server = await started({});
    await queue(server);
    const [mail] = await mails(server);
    expect(mail).toMatchObject({ state: 'kept', recipient: 'ada@example.org', kind: 'outcome' });
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.text).toContain('You said: "<script>"');
  });
});
