import type { Delivery, Webhook } from '@rondo/contract';
import type { Selectable } from 'kysely';
import { chatMessage } from './chat.ts';
import { post, type Answered } from './outbound.ts';
import type { Payload } from './payload.ts';
import { unseal } from './sealed.ts';
import { signedHeaders } from './signature.ts';
import type { WebhookTables } from './tables.ts';

export type HookRow = Selectable<WebhookTables['webhook']>;
export type DeliveryRow = Selectable<WebhookTables['webhook_delivery']>;

/** As people see it: no address, no secret. */
export const shownHook = (row: HookRow): Webhook => ({
  id: row.id,
  form: row.form,
  name: row.name,
  address: row.address_shown,
  events: row.events,
  on: row.is_on,
  gaveUp: row.gave_up_at !== null,
  failingSince: row.failing_since?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});

export const shownDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  message: row.message,
  event: row.event,
  state: row.state,
  at: row.at.toISOString(),
  nextTryAt: row.state === 'waiting' ? row.next_try_at.toISOString() : null,
  attempts: [...row.attempts],
});

/** Host and last four characters. */
export function shownAddress(url: URL): string {
  return `${url.host}/…${url.href.slice(-4)}`;
}

export interface Sending {
  readonly secret: string;
  readonly allowPrivate: boolean;
  /** The server stops: what is under way is tried again by another. */
  readonly stopping?: AbortSignal;
}

/** Sealed with another secret: somebody has to type it again. */
const CANNOT_OPEN: Answered = {
  status: null,
  ms: 0,
  answer: '',
  error: 'RONDO_SECRET has changed since the address was typed: type it again.',
};

/** One attempt. @param message the same at every attempt @param language of the team */
export function sendTo(
  hook: HookRow,
  message: string,
  payload: Payload,
  language: 'en' | 'de',
  { secret, allowPrivate, stopping }: Sending,
): Promise<Answered> {
  const address = unseal(secret, hook.address);
  if (address === null) return Promise.resolve(CANNOT_OPEN);
  const at = new Date();
  const { form } = hook;
  const isChat = form !== 'standard';
  const body = JSON.stringify(isChat ? chatMessage(form, payload, language) : payload);
  const keys = isChat ? [] : keysOf(hook, secret, at);
  if (keys === null) return Promise.resolve(CANNOT_OPEN);
  const headers = isChat ? {} : signedHeaders({ id: message, at, body }, keys);
  return post({ url: new URL(address), headers, body, allowPrivate, stopping });
}

/** The present one, and the one before for as long as it counts. */
function keysOf(hook: HookRow, secret: string, at: Date): string[] | null {
  const present = hook.secret && unseal(secret, hook.secret);
  if (!present) return null;
  const isOldGood = hook.old_secret_until !== null && hook.old_secret_until > at;
  const old = isOldGood && hook.old_secret ? unseal(secret, hook.old_secret) : null;
  return old === null ? [present] : [present, old];
}
