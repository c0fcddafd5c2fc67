import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { tellOnCommit, WEBHOOKS } from '../notifications/news/channel.ts';

/** What others can be told, and by which ids. A closed list; `docs/webhooks.md` says what is in each. */
export const EVENTS = {
  'meeting.started': ['meeting'],
  /** A phase of a meeting over days closes soon. */
  'window.closing': ['meeting', 'phase'],
  'meeting.ended': ['meeting'],
  'task.created': ['task'],
  'task.changed': ['task'],
  'report.published': ['report'],
} as const satisfies Record<string, readonly string[]>;

export type EventKind = keyof typeof EVENTS;

export type Happening = {
  [Kind in EventKind]: {
    readonly kind: Kind;
    readonly team: string;
    readonly about: { readonly [Key in (typeof EVENTS)[Kind][number]]: string };
  };
}[EventKind];

/**
 * Says that something has happened, in the transaction of its cause. Who wants to hear of it is told
 * later, by whichever server: the cause waits for nobody. Costs one short query where nobody does.
 */
export async function happened(tx: Db, { kind, team, about }: Happening): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into webhook_event (id, kind, team_id, about)
    select ${randomUUIDv7()}::uuid, ${kind}::text, ${team}::uuid, ${JSON.stringify(about)}::jsonb
    where exists (
      select from webhook where is_on and ${kind}::text = any (events) and (team_id = ${team}::uuid
        or organization_id = (select organization_id from team where id = ${team}::uuid)))
  `.execute(tx);
  if (numAffectedRows === 1n) await tellOnCommit(tx, [WEBHOOKS]);
}
