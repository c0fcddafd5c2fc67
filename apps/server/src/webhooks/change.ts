import { randomUUIDv7 } from 'node:crypto';
import type { Webhook, WebhookEvent, WebhookForm } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { needOpen } from '../teams/open.ts';
import { needHook, needKeeper, ownerOf, type Owner } from './access.ts';
import { shownAddress, shownHook } from './hook.ts';
import { seal } from './sealed.ts';
import { newSecret } from './signature.ts';

/** Of one team or organization. */
const MOST = 20;
/** So long an old secret signs beside the new one. */
const OVERLAP_HOURS = 24;

interface Plan {
  form: WebhookForm;
  name: string;
  address: string;
  events: WebhookEvent[];
}

export const listHooks = async (db: Db, user: string, owner: Owner): Promise<Webhook[]> => {
  await needKeeper(db, user, owner);
  const rows = await of(db, owner).selectAll().orderBy('created_at').execute();
  return rows.map(shownHook);
};

const of = (db: Db, owner: Owner) =>
  'team' in owner
    ? db.selectFrom('webhook').where('team_id', '=', owner.team)
    : db.selectFrom('webhook').where('organization_id', '=', owner.organization);

const needOpenOwner = async (tx: Db, owner: Owner): Promise<void> => {
  if ('team' in owner) await needOpen(tx, owner.team);
};

/** @returns its secret beside it, the one time that it is said; null for chats @param sealer the server's secret */
export async function makeHook(
  db: Db,
  user: string,
  owner: Owner,
  plan: Plan,
  sealer: string,
): Promise<{ webhook: Webhook; secret: string | null }> {
  return db.transaction().execute(async (tx) => {
    await needKeeper(tx, user, owner);
    await needOpenOwner(tx, owner);
    const { there } = await of(tx, owner)
      .select((e) => e.fn.countAll<string>().as('there'))
      .executeTakeFirstOrThrow();
    if (Number(there) >= MOST) throw problem('too-many');
    const url = new URL(plan.address);
    const secret = plan.form === 'standard' ? newSecret() : null;
    const row = await tx
      .insertInto('webhook')
      .values({
        id: randomUUIDv7(),
        team_id: 'team' in owner ? owner.team : null,
        organization_id: 'team' in owner ? null : owner.organization,
        form: plan.form,
        name: plan.name,
        address: seal(sealer, url.href),
        address_shown: shownAddress(url),
        secret: secret === null ? null : seal(sealer, secret),
        events: [...new Set(plan.events)],
        created_by: user,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const about = { webhook: row.id, form: row.form };
    await record(tx, { act: 'webhook-made', actor: user, about });
    return { webhook: shownHook(row), secret };
  });
}

interface Changes {
  name?: string | undefined;
  address?: string | undefined;
  events?: WebhookEvent[] | undefined;
  on?: boolean | undefined;
}

export async function changeHook(
  db: Db,
  user: string,
  id: string,
  { name, address, events, on }: Changes,
  sealer: string,
): Promise<Webhook> {
  return db.transaction().execute(async (tx) => {
    const hook = await needHook(tx, user, id);
    await needOpenOwner(tx, ownerOf(hook));
    const url = address === undefined ? null : new URL(address);
    const row = await tx
      .updateTable('webhook')
      .set({
        ...(name !== undefined && { name }),
        ...(events && { events: [...new Set(events)] }),
        ...(url && { address: seal(sealer, url.href), address_shown: shownAddress(url) }),
        // Whoever switches it on, or leads it elsewhere, gives it another chance.
        ...((on === true || url) && { failing_since: null, gave_up_at: null }),
        ...(on !== undefined && { is_on: on }),
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    // Nothing was said that could be changed, or it is gone.
    if (!row) throw problem('not-found');
    await record(tx, { act: 'webhook-changed', actor: user, about: { webhook: id } });
    return shownHook(row);
  });
}

export async function removeHook(db: Db, user: string, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await needHook(tx, user, id);
    await tx.deleteFrom('webhook').where('id', '=', id).execute();
    await record(tx, { act: 'webhook-removed', actor: user, about: { webhook: id } });
  });
}

/** A new secret; for a day both sign, so that receivers can take the new one when it suits them. */
export async function renewSecret(
  db: Db,
  user: string,
  id: string,
  sealer: string,
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const hook = await needHook(tx, user, id);
    await needOpenOwner(tx, ownerOf(hook));
    if (hook.form !== 'standard') throw problem('bad-input');
    const secret = newSecret();
    await tx
      .updateTable('webhook')
      .set({
        secret: seal(sealer, secret),
        old_secret: hook.secret,
        old_secret_until: sql<Date>`now() + make_interval(hours => ${OVERLAP_HOURS})`,
      })
      .where('id', '=', id)
      .execute();
    await record(tx, { act: 'webhook-changed', actor: user, about: { webhook: id } });
    return secret;
  });
}
