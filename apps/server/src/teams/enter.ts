import type { Db } from '../database/database.ts';
import { tellTeam } from '../notifications/news/channel.ts';
import { arriveInTeam } from '../portability/awaited/arrive.ts';
import { promoteWhereNobodyLeads } from './leads.ts';

/**
 * Makes somebody a member, or lead where nobody is in the team; whoever is in it stays what they are.
 * @returns whether they are new
 */
export async function enterTeam(tx: Db, team: string, user: string): Promise<boolean> {
  const entered = await tx
    .insertInto('team_member')
    .values({ team_id: team, user_id: user, role: 'member' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const isNew = entered.numInsertedOrUpdatedRows !== 0n;
  if (isNew) {
    await arriveInTeam(tx, team, user);
    await promoteWhereNobodyLeads(tx, user, team);
    await tellTeam(tx, team, user);
  }
  await tx
    .deleteFrom('join_request')
    .where('team_id', '=', team)
    .where('user_id', '=', user)
    .execute();
  return isNew;
}
