import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { makeLog } from '../../../log.ts';
import { readSettings } from '../../../settings/read.ts';
import { testDatabase } from '../../../testing/database.ts';
import type { Finding } from '../check.ts';
import { lookAround } from '../look-around.ts';
import { mailCheck } from './mail.ts';

const { db } = await testDatabase();

/** A mail server that knows one user. @returns its port */
async function mailServer(): Promise<number> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'rondo' && password === 'right'
        ? done(null, { user: 'rondo' })
        : done(new Error('no')),
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  // It listens on a port.
  return (listening.address() as AddressInfo).port;
}

/** @param records what the name server knows; undefined: it does not answer */
async function examined(
  smtpUrl: string,
  records: Readonly<Record<string, string>> | undefined = {},
): Promise<readonly Finding[]> {
  const context = await lookAround({
    settings: readSettings({ SMTP_URL: smtpUrl, RONDO_PUBLIC_URL: 'https://rondo.example.org' }),
    environment: {},
    db,
    secret: undefined,
    log: makeLog('silent'),
  });
  const fails = (code: string) => Object.assign(new Error(code), { code });
  const txt = async (name: string): Promise<string[][]> => {
    if (!records) throw fails('ETIMEOUT');
    const record = records[name];
    if (record === undefined) throw fails('ENOTFOUND');
    return [record.match(/.{1,20}/g) ?? []];
  };
  return mailCheck({ txt }).run(context);
}

const of = (findings: readonly Finding[], place: string): Finding | undefined =>
  findings.find((each) => each.place?.startsWith(place));

test('the login is tried, and no password gets into what is found', async () => {
  const port = await mailServer();
  const right = await examined(`smtp://rondo:right@127.0.0.1:${port}`);
  expect(of(right, '127.0.0.1')).toMatchObject({ severity: 'ok' });
  const wrong = await examined(`smtp://rondo:secret-word@127.0.0.1:${port}`);
  expect(of(wrong, '127.0.0.1')).toMatchObject({
    severity: 'failure',
    measured: 'refuses our user or password',
  });
  expect(JSON.stringify(wrong)).not.toContain('secret-word');
  expect(of(await examined('smtp://127.0.0.1:1'), '127.0.0.1')).toMatchObject({
    severity: 'failure',
    measured: 'no connection (ESOCKET)',
  });
});

test('without a mail server that is said', async () => {
  expect(await examined('')).toMatchObject([{ severity: 'warning', place: 'SMTP_URL' }]);
});

test('what others look up is looked up; offline it is unknown', async () => {
  const smtp = 'smtp://127.0.0.1:1';
  const none = await examined(smtp);
  expect(of(none, 'SPF')).toMatchObject({ severity: 'warning' });
  expect(of(none, 'DMARC')).toMatchObject({ severity: 'warning' });
  expect(of(none, 'DKIM')).toMatchObject({ severity: 'unknown' });
  const all = await examined(smtp, {
    'rondo.example.org': 'v=spf1 mx include:mail.example.org ~all',
    '_dmarc.rondo.example.org': 'v=DMARC1; p=none',
    'mail._domainkey.rondo.example.org': 'v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A',
  });
  for (const what of ['SPF', 'DMARC', 'DKIM'])
    expect(of(all, what)).toMatchObject({ severity: 'ok' });
  // A key without a value has been called back.
  const revoked = await examined(smtp, { 'mail._domainkey.rondo.example.org': 'v=DKIM1; p=' });
  expect(of(revoked, 'DKIM')).toMatchObject({ severity: 'unknown' });
});

test('mails that failed lately are counted', async () => {
  const smtp = 'smtp://127.0.0.1:1';
  expect(of(await examined(smtp), 'outbox')).toMatchObject({ severity: 'ok' });
  const add = (state: 'failed' | 'sent') =>
    db
      .insertInto('mail')
      .values({
        id: randomUUID(),
        recipient: 'ada@example.org',
        subject: '',
        html: '',
        text: '',
        kind: 'outcome',
        state,
        error: null,
      })
      .execute();
  await add('failed');
  expect(of(await examined(smtp), 'outbox')).toMatchObject({ severity: 'failure' });
  await add('sent');
  await add('sent');
  expect(of(await examined(smtp), 'outbox')).toMatchObject({
    severity: 'warning',
    data: { failed: 1, sent: 2 },
  });
});
