import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atEndOfFile } from '../../testing/end-of-file.ts';

/** What an organization has at the stand-in. */
export interface StandInSubscription {
  readonly id: string;
  readonly customer: string;
  readonly item: string;
  readonly created: number;
  status: string;
  price: string;
  quantity: number;
  cancel_at_period_end: boolean;
}

export interface StandIn {
  /** For `RONDO_STRIPE_URL`. */
  readonly url: string;
  readonly key: string;
  readonly webhookSecret: string;
  readonly customers: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly subscriptions: readonly StandInSubscription[];
  /** What it was asked, such as `POST /v1/customers`. */
  readonly asked: readonly string[];
  /** Somebody pays on a page that is open. @returns false: the page is not valid any more */
  readonly pay: (page: string) => boolean;
  /** A message as Stripe would send it, with its own signature. */
  readonly message: (type: string, object: object, id?: string) => SignedMessage;
  /** While set, every request is answered with this status. */
  failWith: number | null;
}

export interface SignedMessage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const PRICE = 'price_team';
/** The end of what is paid for, in seconds. */
const PERIOD_END = Math.floor(Date.UTC(2099, 0, 1) / 1_000);

/** What it is asked, which parameters it knows, and what it answers. */
type Endpoint = readonly [
  asked: RegExp,
  parameters: RegExp,
  answer: (id: string, form: URLSearchParams) => unknown,
];

const NONE = /^$/;

interface Session {
  readonly id: string;
  readonly url: string;
  readonly customer: string;
  readonly price: string;
  readonly quantity: number;
  status: 'open' | 'complete' | 'expired';
}

/**
 * A server that answers as Stripe does, as far as Rondo asks it: it refuses a foreign key, a parameter it
 * does not know, and an idempotency key that comes again with another request; the same request it answers from memory. What
 * it signs, it signs by the published rule and not by Stripe's library, which checks it.
 */
export async function stripeStandIn(): Promise<StandIn> {
  const key = `sk_test_${randomUUID().replaceAll('-', '')}`;
  const webhookSecret = `whsec_${randomUUID().replaceAll('-', '')}`;
  const customers = new Map<string, Record<string, string>>();
  const subscriptions: StandInSubscription[] = [];
  const sessions: Session[] = [];
  const asked: string[] = [];
  const answered = new Map<string, { request: string; answer: unknown }>();
  let number = 0;
  const newId = (kind: string): string => `${kind}_${++number}`;

  const shown = (each: StandInSubscription): object => ({
    object: 'subscription',
    id: each.id,
    customer: each.customer,
    status: each.status,
    created: each.created,
    cancel_at_period_end: each.cancel_at_period_end,
    cancel_at: null,
    items: {
      object: 'list',
      data: [
        {
          id: each.item,
          quantity: each.quantity,
          current_period_end: PERIOD_END,
          price: { id: each.price },
        },
      ],
    },
  });

  const endpoints: Endpoint[] = [
    [
      /^POST \/v1\/customers$/,
      /^(name|email|metadata\[rondo\])$/,
      (_, form) => {
        const id = newId('cus');
        customers.set(id, Object.fromEntries(form));
        return { object: 'customer', id };
      },
    ],
    [
      /^GET \/v1\/prices\/(\w+)$/,
      NONE,
      (id) => ({
        object: 'price',
        id,
        unit_amount: 600,
        currency: 'eur',
        recurring: { interval: 'month', interval_count: 1 },
      }),
    ],
    [
      /^GET \/v1\/checkout\/sessions$/,
      /^(customer|status|limit)$/,
      (_, query) => ({
        object: 'list',
        data: sessions.filter(
          ({ customer, status }) =>
            customer === query.get('customer') && status === query.get('status'),
        ),
      }),
    ],
    [
      /^POST \/v1\/checkout\/sessions\/(\w+)\/expire$/,
      NONE,
      (id) => {
        const session = sessions.find((each) => each.id === id);
        if (session) session.status = 'expired';
        return session;
      },
    ],
    [
      /^POST \/v1\/checkout\/sessions$/,
      /^(mode|customer|line_items\[0\]\[(price|quantity)\]|(subscription_data\[)?metadata\]?\[rondo\]|allow_promotion_codes|(success|cancel)_url)$/,
      (_, form) => {
        const id = newId('cs');
        const session: Session = {
          id,
          url: `https://checkout.stripe.invalid/${id}`,
          customer: form.get('customer') ?? '',
          price: form.get('line_items[0][price]') ?? '',
          quantity: Number(form.get('line_items[0][quantity]')),
          status: 'open',
        };
        sessions.push(session);
        return session;
      },
    ],
    [
      /^POST \/v1\/billing_portal\/sessions$/,
      /^(customer|return_url)$/,
      (_, form) => ({ url: `https://billing.stripe.invalid/${form.get('customer')}` }),
    ],
    [
      /^GET \/v1\/subscriptions$/,
      /^(customer|status|limit)$/,
      (_, query) => ({
        object: 'list',
        data: subscriptions
          .filter(({ customer }) => customer === query.get('customer'))
          .map((each) => shown(each)),
      }),
    ],
    [
      /^GET \/v1\/subscriptions\/(\w+)$/,
      NONE,
      (id) => subscriptions.filter((each) => each.id === id).map((each) => shown(each))[0],
    ],
    [
      /^POST \/v1\/subscription_items\/(\w+)$/,
      /^quantity$/,
      (id, form) => {
        const found = subscriptions.find(({ item }) => item === id);
        if (found) found.quantity = Number(form.get('quantity'));
        return { id };
      },
    ],
  ];

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await Array.fromAsync<Buffer>(request)).toString();
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const route = `${request.method} ${url.pathname}`;
    const say = (status: number, answer: unknown): void => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'request-id': newId('req'),
      });
      response.end(JSON.stringify(answer));
    };
    asked.push(route);
    if (standIn.failWith !== null) {
      // As Stripe says to its own library that it need not ask again.
      response.setHeader('stripe-should-retry', 'false');
      return say(standIn.failWith, { error: { type: 'api_error', message: 'out of order' } });
    }
    if (request.headers.authorization !== `Bearer ${key}`) {
      return say(401, { error: { type: 'invalid_request_error', message: 'Invalid API Key' } });
    }
    const idempotency = request.headers['idempotency-key'];
    const whole = `${route} ${body}`;
    const before = typeof idempotency === 'string' ? answered.get(idempotency) : undefined;
    if (before) {
      if (before.request === whole) return say(200, before.answer);
      return say(400, {
        error: { type: 'idempotency_error', message: 'Keys are for one request' },
      });
    }
    for (const [pattern, parameters, make] of endpoints) {
      const found = pattern.exec(route);
      if (!found) continue;
      const form = request.method === 'GET' ? url.searchParams : new URLSearchParams(body);
      const unknown = [...form.keys()].find((name) => !parameters.test(name));
      if (unknown !== undefined) {
        const message = `Received unknown parameter: ${unknown}`;
        return say(400, { error: { type: 'invalid_request_error', message } });
      }
      const answer = make(found[1] ?? '', form);
      if (answer === undefined) break;
      if (typeof idempotency === 'string') answered.set(idempotency, { request: whole, answer });
      return say(200, answer);
    }
    say(404, { error: { type: 'invalid_request_error', message: 'No such thing' } });
  }

  const server = createServer((request, response) => void respond(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEndOfFile(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has an address with it.
  const { port } = server.address() as AddressInfo;
  const standIn: StandIn = {
    url: `http://127.0.0.1:${port}`,
    key,
    webhookSecret,
    customers,
    subscriptions,
    asked,
    failWith: null,
    pay: (page) => {
      const session = sessions.find(({ url }) => url === page);
      if (session?.status !== 'open') return false;
      session.status = 'complete';
      const { customer, price, quantity } = session;
      subscriptions.push({
        id: newId('sub'),
        item: newId('si'),
        created: number,
        status: 'active',
        cancel_at_period_end: false,
        customer,
        price,
        quantity,
      });
      return true;
    },
    message: (type, object, id = newId('evt')) => {
      const body = JSON.stringify({ id, object: 'event', type, data: { object } });
      return { body, headers: { 'stripe-signature': signed(body, webhookSecret) } };
    },
  };
  return standIn;
}

/** By the rule at docs.stripe.com/webhooks: HMAC-SHA256 over the time, a dot and the body. */
export function signed(body: string, secret: string, at = Date.now()): string {
  const t = Math.floor(at / 1_000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}
