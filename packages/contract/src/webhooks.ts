import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { name, Page, Uuid } from './shapes.ts';

const tag = 'webhooks';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;

/**
 * What is sent: signed JSON (`standard`, https://www.standardwebhooks.com), or a message as the incoming
 * webhook of a chat takes it.
 */
const Form = z.enum(['standard', 'slack', 'mattermost', 'teams', 'discord']);
export type WebhookForm = z.infer<typeof Form>;

const Event = z.enum([
  'meeting.started',
  'window.closing',
  'meeting.ended',
  'task.created',
  'task.changed',
  'report.published',
]);
export type WebhookEvent = z.infer<typeof Event>;

const Address = z.url({ protocol: /^https?$/ }).max(1_000);
const Events = z.array(Event).min(1).max(Event.options.length);

export const Webhook = z.object({
  id: Uuid,
  form: Form,
  name: z.string(),
  /** The host, and the last four characters: the whole address is never shown again. */
  address: z.string(),
  events: z.array(Event),
  on: z.boolean(),
  /** Switched off by itself, because nothing had arrived for days. */
  gaveUp: z.boolean(),
  /** Since when nothing arrives; null: the last one did. */
  failingSince: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type Webhook = z.infer<typeof Webhook>;

/** Said once, when it is made or renewed: `whsec_…`; null for chats. */
const Secret = z.string().nullable();

export const Delivery = z.object({
  id: Uuid,
  /** The `webhook-id` of every attempt. */
  message: z.string(),
  event: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  at: z.iso.datetime(),
  /** When it is tried again; null: it is not. */
  nextTryAt: z.iso.datetime().nullable(),
  attempts: z.array(
    z.object({
      at: z.iso.datetime(),
      /** Null: there was no answer. */
      status: z.number().int().nullable(),
      ms: z.number().int(),
      /** In a few words of a closed list, or as the other side said it. */
      error: z.string().nullable(),
    }),
  ),
});
export type Delivery = z.infer<typeof Delivery>;

const Plan = z.object({
  form: Form,
  name: name(60),
  address: Address,
  events: Events,
});
const Made = z.object({ webhook: Webhook, secret: Secret });
const List = z.object({ webhooks: z.array(Webhook) });

/** For leads of the team, and owners and admins of the organization. */
export const webhooks = {
  ofTeam: endpoint(
    'GET /teams/{team}/webhooks',
    { summary: 'Chats and programs that a team tells what happens', tag, errors },
    z.object({ team: Uuid }),
    List,
  ),
  makeForTeam: endpoint(
    'POST /teams/{team}/webhooks',
    { summary: 'Tell a chat or a program what happens in a team', tag, errors },
    Plan.extend({ team: Uuid }),
    Made,
  ),
  ofOrganization: endpoint(
    'GET /organizations/{organization}/webhooks',
    { summary: 'Programs that an organization tells what happens in its teams', tag, errors },
    z.object({ organization: Uuid }),
    List,
  ),
  makeForOrganization: endpoint(
    'POST /organizations/{organization}/webhooks',
    { summary: 'Tell a chat or a program what happens in all teams', tag, errors },
    Plan.extend({ organization: Uuid }),
    Made,
  ),
  change: endpoint(
    'PATCH /webhooks/{webhook}',
    { summary: 'Change a webhook, or switch it off and on', tag, errors },
    z.object({
      webhook: Uuid,
      name: name(60).optional(),
      address: Address.optional(),
      events: Events.optional(),
      on: z.boolean().optional(),
    }),
    Webhook,
  ),
  remove: endpoint(
    'DELETE /webhooks/{webhook}',
    { summary: 'Remove a webhook with its log', tag, errors },
    z.object({ webhook: Uuid }),
    nothing,
  ),
  renewSecret: endpoint(
    'POST /webhooks/{webhook}/secret',
    { summary: 'Make a new secret; for a day the old one signs too', tag, errors },
    z.object({ webhook: Uuid }),
    z.object({ secret: z.string() }),
  ),
  test: endpoint(
    'POST /webhooks/{webhook}/test',
    { summary: 'Send something now, and tell what was answered', tag, errors },
    z.object({ webhook: Uuid }),
    z.object({
      status: z.number().int().nullable(),
      ms: z.number().int(),
      /** The beginning of the answer. */
      answer: z.string(),
      error: z.string().nullable(),
    }),
  ),
  deliveries: endpoint(
    'GET /webhooks/{webhook}/deliveries',
    { summary: 'What was sent in the last 30 days, the latest first', tag, errors },
    Page.extend({ webhook: Uuid }),
    z.object({ deliveries: z.array(Delivery), next: z.string().nullable() }),
  ),
  sendAgain: endpoint(
    'POST /webhooks/{webhook}/deliveries/{delivery}/again',
    { summary: 'Send one again, with its old webhook-id', tag, errors },
    z.object({ webhook: Uuid, delivery: Uuid }),
    nothing,
  ),
};
