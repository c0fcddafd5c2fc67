import type { Me, OrganizationPlan } from '@rondo/contract';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browser, type Answer } from '../testing/browser.ts';
import { bodyOf, claimedBy, joined, type Owner } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { tendSeats } from './seats.ts';
import {
  PRICE,
  signed,
  stripeStandIn,
  type SignedMessage,
  type StandIn,
} from './testing/stripe-stand-in.ts';
import { WEBHOOK_PATH } from './webhook.ts';

let stripe: StandIn;
let server: TestServer;
let other: TestServer;
let owner: Owner;

beforeAll(async () => {
  stripe = await stripeStandIn();
  const environment = {
    RONDO_PLANS: 'on',
    RONDO_STRIPE_URL: stripe.url,
    RONDO_STRIPE_KEY: stripe.key,
    RONDO_STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    RONDO_STRIPE_PRICE_TEAM: PRICE,
  };
  server = await testServer(environment);
  owner = await claimedBy(server);
  other = await testServer({
    ...environment,
    DATABASE_URL: server.environment['DATABASE_URL'] ?? '',
  });
});

/** An organization of Ada's own for each test. */
let organization: string;
let number = 0;
beforeEach(async () => {
  const { ada } = owner;
  const made = await ada.post('/api/organizations', { name: `Number ${++number}`, team: 'First' });
  ({ organization } = bodyOf<{ organization: string }>(made));
});

const plan = async (): Promise<OrganizationPlan> =>
  bodyOf(await owner.ada.get(`/api/organizations/${organization}/plan`));

const checkout = (): Promise<Answer> =>
  owner.ada.post(`/api/organizations/${organization}/plan/checkout`, { plan: 'team' });

/** Not from one of our pages: it says no origin. */
const send = ({ body, headers }: SignedMessage, to = server): Promise<Answer> =>
  browser(to.url).send('POST', WEBHOOK_PATH, body, { ...headers, origin: 'https://stripe.com' });

/** Pays; the message about it is on its way. */
async function paid() {
  const { url } = bodyOf<{ url: string }>(await checkout());
  expect(stripe.pay(url)).toBe(true);
  const subscription = stripe.subscriptions.at(-1);
  if (!subscription) throw new Error('nothing was paid');
  return subscription;
}

const updated = (subscription: object): SignedMessage =>
  stripe.message('customer.subscription.updated', subscription);

describe('paying for a plan', () => {
  it('holds from the message of the payment service on, for as many as are active', async () => {
    expect(await plan()).toMatchObject({
      plan: 'free',
      offers: [
        { plan: 'free', isForSale: false, price: null },
        { plan: 'team', isForSale: true, price: { amount: 600, currency: 'EUR', every: 'month' } },
        { plan: 'enterprise', isForSale: false, price: null },
      ],
      subscription: null,
    });
    const subscription = await paid();
    expect(stripe.customers.get(subscription.customer)).toMatchObject({
      email: 'ada@example.org',
      'metadata[rondo]': organization,
    });
    expect(subscription).toMatchObject({ price: PRICE, quantity: 1 });
    expect((await send(updated(subscription))).status).toBe(200);
    expect(await plan()).toMatchObject({
      plan: 'team',
      setBy: 'billing',
      limits: { activeTeams: 100 },
      subscription: { status: 'active', seats: 1, ends: false },
    });
    const portal = await owner.ada.post(`/api/organizations/${organization}/plan/portal`);
    expect(portal.json()).toMatchObject({ url: expect.stringContaining(subscription.customer) });
  });

  it('happens once: an earlier page is not valid, a second payment is refused', async () => {
    const first = bodyOf<{ url: string }>(await checkout()).url;
    const second = bodyOf<{ url: string }>(await checkout()).url;
    expect([stripe.pay(first), stripe.pay(second)]).toEqual([false, true]);
    // The message about it has not come yet.
    expect((await checkout()).json()).toMatchObject({ code: 'conflict' });
    expect(await plan()).toMatchObject({ plan: 'team' });
  });

  it('is for owners and who looks after payment; others see what is used', async () => {
    const there = await joined(server, owner, 'Ben');
    const [first] = bodyOf<Me>(await owner.ada.get('/api/me')).organizations;
    const path = `/api/organizations/${first?.id}/plan`;
    expect((await there.there.get(path)).status).toBe(200);
    for (const refused of [
      await there.there.post(`${path}/checkout`, { plan: 'team' }),
      await there.there.post(`${path}/portal`),
      await there.there.send('PUT', `${path}/kept`, { teams: [] }),
    ]) {
      expect(refused.json()).toMatchObject({ code: 'not-allowed' });
    }
  });

  it('is no way around a plan that the owner of the server has set', async () => {
    const set = (wanted: string | null) =>
      owner.ada.send('PUT', `/api/server/plans/${organization}`, { plan: wanted });
    bodyOf(await set('enterprise'));
    expect((await checkout()).json()).toMatchObject({ code: 'conflict' });
    bodyOf(await set(null));
    const subscription = await paid();
    bodyOf(await send(updated(subscription)));
    bodyOf(await set('enterprise'));
    subscription.status = 'canceled';
    bodyOf(await send(updated(subscription)));
    expect(await plan()).toMatchObject({ plan: 'enterprise', setBy: 'server' });
    bodyOf(await set(null));
    expect(await plan()).toMatchObject({ plan: 'free', setBy: 'billing' });
  });
});

describe('messages of the payment service', () => {
  it('have their effect once, however often and on whatever server they arrive', async () => {
    const subscription = await paid();
    bodyOf(await send(updated(subscription)));
    subscription.status = 'past_due';
    const failed = stripe.message('invoice.payment_failed', { customer: subscription.customer });
    const answers = await Promise.all(
      [server, other, server, other].map((there) => send(failed, there)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    bodyOf(await send(failed));
    const told = await server.app.db
      .selectFrom('mail')
      .select('subject')
      .where('kind', '=', 'payment-failed')
      .where('subject', 'like', `%Number ${number} %`)
      .execute();
    expect(told).toHaveLength(1);
    expect(await plan()).toMatchObject({
      plan: 'team',
      subscription: { status: 'failing' },
    });
  });

  it('leave the newest state behind, in whatever order they come', async () => {
    const subscription = await paid();
    const begun = updated({ ...subscription });
    subscription.status = 'canceled';
    const ended = stripe.message('customer.subscription.deleted', { ...subscription });
    await Promise.all([send(ended, other), send(begun)]);
    expect(await plan()).toMatchObject({
      plan: 'free',
      subscription: { status: 'ended' },
    });
  });

  it('that are forged, old or about somebody else change nothing', async () => {
    const subscription = await paid();
    const real = updated(subscription);
    const forged = { ...real, headers: { 'stripe-signature': signed(real.body, 'whsec_other') } };
    const changed = { ...real, body: real.body.replace(subscription.customer, 'cus_1') };
    const old = signed(real.body, stripe.webhookSecret, Date.now() - 3_600_000);
    const refused = [
      forged,
      changed,
      { ...real, headers: { 'stripe-signature': old } },
      { ...real, headers: {} },
    ];
    for (const message of refused) expect((await send(message)).status).toBe(400);
    expect((await send(updated({ customer: 'cus_unknown' }))).status).toBe(200);
    expect((await send(stripe.message('payout.paid', {}))).status).toBe(200);
    expect(await plan()).toMatchObject({ plan: 'free' });
    expect((await browser(server.url).get(WEBHOOK_PATH)).status).toBe(404);
  });

  it('come again when the payment service could not be asked', async () => {
    const subscription = await paid();
    const message = updated(subscription);
    stripe.failWith = 500;
    expect((await send(message)).status).toBe(500);
    // Whoever looks at the page is told all the same, without prices.
    expect(await plan()).toMatchObject({ plan: 'free' });
    stripe.failWith = null;
    expect((await send(message)).status).toBe(200);
    expect(await plan()).toMatchObject({ plan: 'team' });
  });
});

it('every day the payment service is told who was active, and lost messages are made up for', async () => {
  const subscription = await paid();
  // Who has done something here until now is written down, not in the midst of counting.
  await server.app.insight.beUpToDate();
  const before = (await plan()).used.activeMembers;
  for (const daysAgo of [0, 27, 28, 400]) {
    const user = crypto.randomUUID();
    await server.app.db
      .insertInto('user')
      .values({ id: user, name: 'Dee', email: `${user}@example.org`, email_verified: true })
      .execute();
    await server.app.db
      .insertInto('organization_member')
      .values({ organization_id: organization, user_id: user, role: 'member' })
      .execute();
    await server.app.pool.query(
      `insert into active_day (day, scope, user_id)
       values ((now() at time zone 'UTC')::date - $1::int, $2, $3)`,
      [daysAgo, organization, user],
    );
  }
  const { db, billing, log, settings, post } = server.app;
  if (!billing) throw new Error('there is no billing');
  const tend = () => tendSeats({ db, billing, log }, { settings, post });
  await Promise.all([tend(), tend()]);
  expect(await plan()).toMatchObject({ plan: 'team', used: { activeMembers: before + 2 } });
  expect(subscription.quantity).toBe(before + 2);
  const changes = stripe.asked.filter((route) => route.includes('subscription_items')).length;
  await tend();
  expect(stripe.asked.filter((route) => route.includes('subscription_items'))).toHaveLength(
    changes,
  );
});
