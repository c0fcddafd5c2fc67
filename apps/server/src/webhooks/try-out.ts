import type { Db } from '../database/database.ts';
import { newToken } from '../secret-token.ts';
import { needHook } from './access.ts';
import { languageOf } from './deliver.ts';
import { sendTo, type Sending } from './hook.ts';
import type { Answered } from './outbound.ts';
import { testPayload } from './payload.ts';

/** Sends something now, and tells what was answered; whether it is switched on or off. */
export async function tryOut(
  db: Db,
  user: string,
  id: string,
  sending: Sending,
): Promise<Answered> {
  const hook = await needHook(db, user, id);
  const team = hook.team_id
    ? await db
        .selectFrom('team')
        .select(['id', 'name', 'organization_id'])
        .where('id', '=', hook.team_id)
        .executeTakeFirstOrThrow()
    : null;
  const organization = await db
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('id', '=', team?.organization_id ?? hook.organization_id)
    .executeTakeFirstOrThrow();
  const payload = testPayload(new Date(), team && { id: team.id, name: team.name }, organization);
  return sendTo(hook, `msg_${newToken()}`, payload, await languageOf(db, hook, payload), sending);
}
