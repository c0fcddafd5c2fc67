import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import type { PlanName } from '../plans/plans.ts';
import type { Billing, Message, Price, Subscription } from './port.ts';

/** A page waits for these answers, ms. */
const PATIENCE_MS = 10_000;
/** Prices hardly ever change, ms. */
const PRICE_FRESH_MS = 10 * 60_000;
/** A page does without a price rather than wait longer, ms; and does not ask again for a while. */
const PRICE_PATIENCE_MS = 2_000;
const PRICE_AGAIN_MS = 60_000;
/** Rondo is told apart from whatever else the same account sells. */
const OURS = 'rondo';

export interface StripeSettings {
  readonly key: string;
  readonly webhookSecret: string;
  readonly url: URL;
  /** Ids of prices for one member. */
  readonly prices: ReadonlyMap<PlanName, string>;
}

/** Payments through Stripe, spoken to by its own library. */
export async function stripeBilling(settings: StripeSettings): Promise<Billing> {
  const { key, webhookSecret, url, prices } = settings;
  // Servers that take no payments do not load it.
  const { default: Library } = await import('stripe');
  const stripe = new Library(key, {
    host: url.hostname,
    ...(url.port && { port: url.port }),
    protocol: url.protocol === 'http:' ? 'http' : 'https',
    timeout: PATIENCE_MS,
    maxNetworkRetries: 2,
    telemetry: false,
  });
  const planOfPrice = (price: string): PlanName | null =>
    [...prices].find(([, id]) => id === price)?.[0] ?? null;
  // The question itself, so that many who look at the same moment ask once.
  const known = new Map<PlanName, { price: Promise<Price | null>; until: number }>();
  const ask = async (plan: PlanName): Promise<Price | null> => {
    const id = prices.get(plan);
    if (id === undefined) return null;
    const options = { timeout: PRICE_PATIENCE_MS, maxNetworkRetries: 0 };
    return shownPrice(await stripe.prices.retrieve(id, {}, options));
  };

  const billing: Billing = {
    plans: [...prices.keys()],
    price: async (plan) => {
      const before = known.get(plan);
      if (before && before.until > Date.now()) return before.price;
      const asked = { price: ask(plan), until: Date.now() + PRICE_FRESH_MS };
      known.set(plan, asked);
      try {
        return await asked.price;
      } catch (error) {
        asked.until = Date.now() + PRICE_AGAIN_MS;
        throw error;
      }
    },
    customer: async ({ organization, name, email }) => {
      const made = await stripe.customers.create(
        { name, email, metadata: { [OURS]: organization } },
        // Of two at the same moment the second gets what the first made.
        { idempotencyKey: keyOf('customer', organization, name, email) },
      );
      return made.id;
    },
    checkout: async ({ customer, organization, plan, seats, done, back }) => {
      const price = prices.get(plan);
      if (price === undefined) throw new Error(`no price for the plan ${plan}`);
      // Of all pages that are open somewhere, only the last one can be paid on.
      const open = await stripe.checkout.sessions.list({ customer, status: 'open', limit: 100 });
      await Promise.all(open.data.map(({ id }) => stripe.checkout.sessions.expire(id)));
      const session = await stripe.checkout.sessions.create({
        mode: 'subscription',
        customer,
        line_items: [{ price, quantity: seats }],
        metadata: { [OURS]: organization },
        subscription_data: { metadata: { [OURS]: organization } },
        allow_promotion_codes: true,
        success_url: done,
        cancel_url: back,
      });
      if (session.url === null) throw new Error('a page of the payment service has no address');
      return session.url;
    },
    portal: async (customer, back) => {
      const session = await stripe.billingPortal.sessions.create({ customer, return_url: back });
      return session.url;
    },
    subscription: async (customer) => {
      const all = await stripe.subscriptions.list({ customer, status: 'all', limit: 100 });
      return newest(all.data.map((each) => asSubscription(each, planOfPrice)));
    },
    setSeats: async (id, seats) => {
      const { items } = await stripe.subscriptions.retrieve(id);
      const [item] = items.data;
      if (!item || item.quantity === seats) return;
      const change: [string, ...string[]] = ['seats', item.id, `${item.quantity}`, `${seats}`];
      await stripe.subscriptionItems.update(
        item.id,
        { quantity: seats },
        // The same step is taken once within the period that is paid for.
        { idempotencyKey: keyOf(...change, `${item.current_period_end}`, today()) },
      );
    },
    message: (body, signature) => {
      try {
        return asMessage(stripe.webhooks.constructEvent(body, signature, webhookSecret));
      } catch (error) {
        if (error instanceof Library.errors.StripeSignatureVerificationError) return null;
        throw error;
      }
    },
  };
  return billing;
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** The same for the same request, and never for another: Stripe refuses a key with other contents. */
const keyOf = (...parts: readonly string[]): string =>
  `rondo-${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;

const INTERVALS = ['day', 'week', 'month', 'year'] as const;

function shownPrice({ unit_amount: amount, currency, recurring }: Stripe.Price): Price | null {
  const every = INTERVALS.find((interval) => interval === recurring?.interval);
  // A price in steps has none for a single member, and one for every third month no short name.
  if (amount === null || !every || recurring?.interval_count !== 1) return null;
  return { amount, currency: currency.toUpperCase(), every };
}

const STATUS: Readonly<Record<string, Subscription['status']>> = {
  active: 'active',
  trialing: 'active',
  past_due: 'failing',
};

function asSubscription(
  { id, status, items, ...rest }: Stripe.Subscription,
  planOfPrice: (price: string) => PlanName | null,
): Subscription & { created: number } {
  const [item] = items.data;
  return {
    id,
    // Never paid, given up, paused: all the same to us.
    status: STATUS[status] ?? 'ended',
    plan: item ? planOfPrice(item.price.id) : null,
    seats: item?.quantity ?? 0,
    paidUntil: item ? new Date(item.current_period_end * 1_000) : null,
    ends: rest.cancel_at_period_end || rest.cancel_at !== null,
    created: rest.created,
  };
}

/** Of several, one that is in force; of those the newest. */
function newest(all: readonly (Subscription & { created: number })[]): Subscription | null {
  const order = ['active', 'failing', 'ended'];
  const [first] = all.toSorted(
    (a, b) => order.indexOf(a.status) - order.indexOf(b.status) || b.created - a.created,
  );
  if (!first) return null;
  const { created: _, ...subscription } = first;
  return subscription;
}

/** Whose message it is; nothing else in it is believed, as an older one may come later. */
function asMessage({ id, type, data }: Stripe.Event): Message {
  const about: object = data.object;
  const customer: unknown =
    type.startsWith('customer.') && !type.startsWith('customer.subscription')
      ? Reflect.get(about, 'id')
      : Reflect.get(about, 'customer');
  return {
    id,
    customer: typeof customer === 'string' ? customer : null,
    isFailedPayment: type === 'invoice.payment_failed',
  };
}
