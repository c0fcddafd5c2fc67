import type { Delivery, Webhook as Hook } from '@rondo/contract';
import { Webhook as Verifier } from 'standardwebhooks';
import { beforeEach, expect, it } from 'vitest';
import { countDeliveries } from '../operations/metrics/deliveries.ts';
import { exposition } from '../operations/metrics/exposition.ts';
import { endMeeting } from '../testing/meetings.ts';
import { bodyOf, claimedBy, joined } from '../testing/people.ts';
import { testServer } from '../testing/server.ts';
import { deliverDue, type Ports } from './deliver.ts';
import { type Received, receiver } from './testing/receiver.ts';

const there = await receiver();
const server = await testServer({
  RONDO_PUBLIC_URL: 'https://rondo.example.org',
  RONDO_WEBHOOKS_PRIVATE: 'on',
});
const { app } = server;
const owner = await claimedBy(server);
const { ada, team } = owner;
const organization = (
  await app.db.selectFrom('organization').select('id').executeTakeFirstOrThrow()
).id;

const deliveries = countDeliveries();
const ports: Ports = {
  deliveries,
  db: app.db,
  secret: app.linkSecret,
  allowPrivate: true,
  link: app.post.link,
  log: app.log,
};
interface Made {
  webhook: Hook;
  secret: string | null;
}
const make = async (plan: object = {}, path = `/api/teams/${team}/webhooks`) =>
  bodyOf<Made>(
    await ada.post(path, {
      form: 'standard',
      name: 'Dashboard',
      address: `${there.url}/take`,
      events: ['meeting.started', 'meeting.ended'],
      ...plan,
    }),
  );
const start = async (name = 'Sprint 1') =>
  bodyOf<{ meeting: string }>(
    await ada.post(`/api/teams/${team}/meetings`, { activity: 'start-stop-continue', name }),
  ).meeting;
const log = async ({ webhook }: Made) =>
  bodyOf<{ deliveries: Delivery[] }>(await ada.get(`/api/webhooks/${webhook.id}/deliveries`))
    .deliveries;
const verified = ({ body, headers }: Received, secret: string | null) =>
  new Verifier(secret ?? '').verify(body, headers as Record<string, string>);
/** The time until the next attempt is over. */
const later = () =>
  app.db
    .updateTable('webhook_delivery')
    .set({ next_try_at: new Date(0) })
    .execute();

beforeEach(async () => {
  await app.db.deleteFrom('webhook').execute();
  there.answer = { status: 200 };
  there.received.length = 0;
});

it('what happens is told at once, signed as the makers of the scheme check it', async () => {
  const made = await make();
  expect(made.secret).toMatch(/^whsec_/);
  const meeting = await start();
  await expect.poll(() => there.received, { timeout: 5_000 }).toHaveLength(1);
  const [first] = there.received as [Received];
  expect(verified(first, made.secret)).toEqual({
    type: 'meeting.started',
    timestamp: expect.any(String) as string,
    data: {
      organization: { id: organization, name: 'Engines' },
      team: { id: team, name: 'Analytics' },
      meeting: {
        id: meeting,
        name: 'Sprint 1',
        activity: 'start-stop-continue',
        url: `https://rondo.example.org/m/${meeting}`,
      },
    },
  });
  expect(() => verified({ ...first, body: `${first.body} ` }, made.secret)).toThrow('signature');
  await expect
    .poll(() => log(made))
    .toMatchObject([{ state: 'delivered', attempts: [{ status: 200, error: null }] }]);
});

it('address and secret are never said again, and lie in the database sealed', async () => {
  const made = await make();
  const { text } = await ada.get(`/api/teams/${team}/webhooks`);
  expect(JSON.parse(text)).toMatchObject({
    webhooks: [{ address: `${new URL(there.url).host}/…take` }],
  });
  expect(text).not.toContain('whsec_');
  const { rows } = await app.pool.query<{ row: string }>(
    `select encode(address, 'escape') || encode(secret, 'escape') as row from webhook`,
  );
  expect(rows[0]?.row).not.toContain('/take');
  expect(rows[0]?.row).not.toContain(made.secret);
});

/** By the server, and by us. */
const counted = async (outcome: string): Promise<number> => {
  const texts = [
    exposition(deliveries.families(0)),
    await (await fetch(`${server.url}/metrics`)).text(),
  ];
  const line = new RegExp(`^rondo_webhook_deliveries_total\\{outcome="${outcome}"\\} (\\d+)$`, 'm');
  return texts.reduce((sum, text) => sum + Number(line.exec(text)?.[1]), 0);
};

it('what fails is tried again with the same id, for a day', async () => {
  const [again, failed] = [await counted('again'), await counted('failed')];
  const made = await make();
  there.answer = { status: 500 };
  await start();
  await expect.poll(() => there.received, { timeout: 5_000 }).toHaveLength(1);
  await expect.poll(() => log(made)).toMatchObject([{ state: 'waiting' }]);
  let tries = 1;
  while ((await log(made))[0]?.state === 'waiting') {
    await later();
    await deliverDue(ports);
    tries++;
    await expect.poll(async () => (await log(made))[0]?.attempts).toHaveLength(tries);
  }
  expect(tries).toBe(9);
  expect(await log(made)).toMatchObject([{ state: 'failed', nextTryAt: null }]);
  expect(new Set(there.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect([await counted('again'), await counted('failed')]).toEqual([again + 8, failed + 1]);
  there.answer = { status: 200 };
  const [delivery] = await log(made);
  bodyOf(await ada.post(`/api/webhooks/${made.webhook.id}/deliveries/${delivery?.id}/again`));
  await expect.poll(() => log(made), { timeout: 5_000 }).toMatchObject([{ state: 'delivered' }]);
});

it('of several servers one sends each', async () => {
  await make();
  await start('One');
  await Promise.all([deliverDue(ports), deliverDue(ports), deliverDue(ports)]);
  await expect.poll(() => there.received, { timeout: 5_000 }).toHaveLength(1);
  await Promise.all([deliverDue(ports), deliverDue(ports)]);
  expect(there.received).toHaveLength(1);
});

it('where nothing arrives for days it is switched off, and who looks after it is told', async () => {
  const made = await make();
  there.answer = { status: 503 };
  await start();
  await expect.poll(async () => (await log(made))[0]?.attempts.length, { timeout: 5_000 }).toBe(1);
  await app.db
    .updateTable('webhook')
    .set({ failing_since: new Date(Date.now() - 6 * 86_400_000) })
    .execute();
  await later();
  await deliverDue(ports);
  const list = async () =>
    bodyOf<{ webhooks: Hook[] }>(await ada.get(`/api/teams/${team}/webhooks`)).webhooks;
  await expect.poll(list).toMatchObject([{ on: false, gaveUp: true }]);
  const { text } = await ada.get('/api/me/notifications?status=unread');
  expect(text).toContain('"kind":"webhook-off"');
  await ada.send('PATCH', `/api/webhooks/${made.webhook.id}`, { on: true });
  expect(await list()).toMatchObject([{ on: true, gaveUp: false, failingSince: null }]);
});

it('a new secret and the old one both sign for a day', async () => {
  const made = await make();
  const path = `/api/webhooks/${made.webhook.id}`;
  const { secret } = bodyOf<{ secret: string }>(await ada.post(`${path}/secret`));
  expect(bodyOf(await ada.post(`${path}/test`))).toMatchObject({ status: 200, answer: 'ok' });
  const [sent] = there.received as [Received];
  expect(verified(sent, made.secret)).toEqual(verified(sent, secret));
  await app.db
    .updateTable('webhook')
    .set({ old_secret_until: new Date(0) })
    .execute();
  await ada.post(`${path}/test`);
  const last = there.received.at(-1) as Received;
  expect(() => verified(last, made.secret)).toThrow('signature');
  expect(verified(last, secret)).toMatchObject({ type: 'webhook.test' });
});

it('a chat gets words, of what it wants to hear alone, in the team’s language', async () => {
  await ada.send('PATCH', `/api/teams/${team}`, { language: 'de' });
  await make({ form: 'mattermost', name: 'Town square', events: ['meeting.ended'] });
  const other = await make({ form: 'mattermost', events: ['meeting.started'] });
  expect(other.secret).toBeNull();
  const meeting = await start();
  await expect.poll(() => there.received, { timeout: 5_000 }).toHaveLength(1);
  expect(JSON.parse(there.received[0]?.body ?? '')).toEqual({
    text: `Analytics hat begonnen: Sprint 1\n[Mitmachen](https://rondo.example.org/m/${meeting})`,
  });
  expect(there.received[0]?.headers).not.toHaveProperty('webhook-signature');
  await ada.send('PATCH', `/api/teams/${team}`, { language: 'en' });
});

it('the end of a meeting is told; what people wrote is not', async () => {
  const events = ['meeting.ended', 'task.created'];
  const made = await make({ events }, `/api/organizations/${organization}/webhooks`);
  const meeting = await start();
  bodyOf(await ada.post(`/api/teams/${team}/tasks`, { text: 'A word of a person' }));
  await endMeeting({ app }, meeting);
  await expect.poll(() => there.received, { timeout: 5_000 }).toHaveLength(2);
  const bodies = there.received.map((received) => verified(received, made.secret));
  expect(bodies).toContainEqual(expect.objectContaining({ type: 'meeting.ended' }));
  expect(bodies).toContainEqual(expect.objectContaining({ type: 'task.created' }));
  expect(JSON.stringify(bodies)).not.toContain('A word of a person');
});

it('members who do not lead see nothing of it', async () => {
  const made = await make();
  const { there: ben } = await joined(server, owner, 'Ben');
  const answers = await Promise.all([
    ben.get(`/api/teams/${team}/webhooks`),
    ben.get(`/api/organizations/${organization}/webhooks`),
    ben.get(`/api/webhooks/${made.webhook.id}/deliveries`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
});

it('without being allowed to, nothing goes into our own network', async () => {
  const strict = await testServer();
  const { ada: eva, team: hers } = await claimedBy(strict);
  const plan = { form: 'slack', name: 'Inside', address: there.url, events: ['meeting.started'] };
  const made = bodyOf<Made>(await eva.post(`/api/teams/${hers}/webhooks`, plan));
  expect(bodyOf(await eva.post(`/api/webhooks/${made.webhook.id}/test`))).toMatchObject({
    status: null,
    error: 'Only https addresses are called.',
  });
  expect(there.received).toEqual([]);
});
