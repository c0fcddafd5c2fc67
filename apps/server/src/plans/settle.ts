import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Post } from '../mail/post.ts';
import type { Settings } from '../settings/list.ts';
import { limitsOf } from './current.ts';
import { lockPlan } from './room.ts';
import { tellOfNotices } from './tell.ts';

/** From being more than the plan allows to being read-only. */
export const NOTICE_DAYS = 30;

export interface Ports {
  readonly settings: Pick<Settings, 'plans'>;
  readonly post: Post;
}

/**
 * Sees to it that no more teams stay open than the plan allows, and that no fewer do: what is too much
 * becomes read-only after a notice period, what has room is open again at once. Those that an owner has
 * chosen stay; else the ones that were active last. Belongs behind every change of a plan and every
 * team that is archived, moved out or merged; the hourly look makes up for what was missed.
 *
 * Nothing is deleted, hidden or ended by it: it only sets the time from which `needOpen` refuses.
 */
export async function settleTeams(
  tx: Db,
  { settings, post }: Ports,
  organization: string,
): Promise<void> {
  await lockPlan(tx, organization);
  const { activeTeams } = await limitsOf(tx, settings, organization);
  const teams = await activeTeamsOf(tx, organization);
  const room = activeTeams ?? teams.length;
  const [stay, extra] = [teams.slice(0, room), teams.slice(room)];
  const freed = stay.filter((team) => team.readOnlyFrom !== null);
  const marked = extra.filter((team) => team.readOnlyFrom === null);
  await reopen(tx, [...freed.map(({ id }) => id), ...(await archivedWithNotice(tx, organization))]);
  for (const [place, { id }] of marked.entries()) {
    // One that takes the place of another, as an owner chose, takes its time too.
    await giveNotice(tx, id, freed[place]?.readOnlyFrom ?? null);
  }
  if (extra.length === 0) await forgetChoice(tx, organization);
  else await tellOfNotices(tx, post, organization);
}

interface ActiveTeam {
  readonly id: string;
  readonly readOnlyFrom: Date | null;
}

/** Teams that are not archived, those first that stay open first. */
export async function activeTeamsOf(db: Db, organization: string): Promise<ActiveTeam[]> {
  const rows = await db
    .selectFrom('team')
    .leftJoin('team_state', 'team_state.team_id', 'team.id')
    .leftJoin('team_kept', 'team_kept.team_id', 'team.id')
    .select(['team.id', 'team_state.read_only_from'])
    .where('team.organization_id', '=', organization)
    .where('team_state.archived_at', 'is', null)
    .orderBy(sql`team_kept.team_id is null`)
    // Once told, it stays so, whatever is done in the teams meanwhile.
    .orderBy(sql`team_state.read_only_from is not null`)
    .orderBy(lastActive, 'desc')
    .orderBy('team.created_at')
    .orderBy('team.id')
    .execute();
  return rows.map(({ id, read_only_from: readOnlyFrom }) => ({ id, readOnlyFrom }));
}

/** When something was last done in a meeting of the team; before the first one, when it was made. */
export const lastActive = sql<Date>`coalesce(
  (select max(meeting.active_at) from meeting where meeting.team_id = team.id), team.created_at)`;

async function archivedWithNotice(tx: Db, organization: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('team')
    .innerJoin('team_state', 'team_state.team_id', 'team.id')
    .select('team.id')
    .where('team.organization_id', '=', organization)
    .where('team_state.archived_at', 'is not', null)
    .where('team_state.read_only_from', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

async function reopen(tx: Db, teams: readonly string[]): Promise<void> {
  if (teams.length === 0) return;
  await tx
    .updateTable('team_state')
    .set({ read_only_from: null, reminders: 0 })
    .where('team_id', 'in', [...teams])
    .execute();
}

async function giveNotice(tx: Db, team: string, from: Date | null): Promise<void> {
  const values = {
    // The database's clock is the one by which it becomes read-only.
    read_only_from: from ?? sql<Date>`now() + make_interval(days => ${NOTICE_DAYS})`,
    reminders: 0,
  };
  await tx
    .insertInto('team_state')
    .values({ team_id: team, archived_at: null, ...values })
    .onConflict((conflict) => conflict.column('team_id').doUpdateSet(values))
    .execute();
}

/** A choice holds for one time of too many teams; the next one is chosen anew. */
async function forgetChoice(tx: Db, organization: string): Promise<void> {
  await tx
    .deleteFrom('team_kept')
    .where('team_id', 'in', (e) =>
      e.selectFrom('team').select('team.id').where('team.organization_id', '=', organization),
    )
    .execute();
}
