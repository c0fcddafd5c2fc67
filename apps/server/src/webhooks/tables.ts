import type { WebhookEvent, WebhookForm } from '@rondo/contract';
import type { Generated, JSONColumnType } from 'kysely';

/** Made by `0062_webhooks.sql`, which says what each column means. */
interface WebhookTable {
  id: string;
  organization_id: string | null;
  team_id: string | null;
  form: WebhookForm;
  name: string;
  address: Buffer;
  address_shown: string;
  secret: Buffer | null;
  old_secret: Generated<Buffer | null>;
  old_secret_until: Generated<Date | null>;
  events: WebhookEvent[];
  is_on: Generated<boolean>;
  failing_since: Generated<Date | null>;
  gave_up_at: Generated<Date | null>;
  created_by: string | null;
  created_at: Generated<Date>;
}

interface WebhookEventTable {
  id: string;
  kind: WebhookEvent;
  team_id: string | null;
  organization_id: string | null;
  about: JSONColumnType<Record<string, string>>;
  at: Generated<Date>;
}

export interface Attempt {
  readonly at: string;
  readonly status: number | null;
  readonly ms: number;
  readonly error: string | null;
}

interface WebhookDeliveryTable {
  id: string;
  webhook_id: string;
  message: string;
  event: string;
  payload: JSONColumnType<object>;
  state: Generated<'waiting' | 'delivered' | 'failed'>;
  tries: Generated<number>;
  next_try_at: Generated<Date>;
  attempts: JSONColumnType<Attempt[], string | undefined>;
  at: Generated<Date>;
}

export interface WebhookTables {
  webhook: WebhookTable;
  webhook_event: WebhookEventTable;
  webhook_delivery: WebhookDeliveryTable;
}
