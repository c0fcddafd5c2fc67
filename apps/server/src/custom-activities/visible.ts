import type { Activity as ActivityAnswer, ActivitySummary, CustomInfo } from '@rondo/contract';
import type { Activity } from '@rondo/library';
import { sql, type ExpressionBuilder } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { detailsOf, summaryOf } from '../library/library.ts';

/** Of all that a team sees; a server where everybody shares everything is still one page. */
const MOST_LISTED = 1_000;

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

/** A team's own activity, and what whoever asks may know of it. */
export interface Visible {
  activity: Activity;
  info: CustomInfo;
}

/** The activity that `user` may see, with its text; undefined where there is none, or none for them. */
export async function visibleTo(db: Db, user: string, id: string): Promise<Visible | undefined> {
  if (!isCustom(id)) return undefined;
  const row = await rows(db, user)
    .where('custom_activity.id', '=', id)
    .where(seenBy(user))
    .executeTakeFirst();
  return row && shown(row);
}

/** All that somebody may see, in any of their teams. */
export async function allVisibleTo(db: Db, user: string): Promise<Visible[]> {
  return (await listed(db, user).where(seenBy(user)).execute()).map(shown);
}

/** What stands in the library of a team: its own, and what is shared with it. */
export async function visibleIn(db: Db, user: string, team: string): Promise<Visible[]> {
  return (await listed(db, user).where(seenIn(team)).execute()).map(shown);
}

/** The activity for meetings that this team plans: whoever facilitates them, the whole team may see it. */
export async function plannableIn(db: Db, team: string, id: string): Promise<Planned | undefined> {
  if (!isCustom(id)) return undefined;
  return ofTeam(db, team, id).where('deleted_at', 'is', null).executeTakeFirst();
}

/** The same for a meeting that was planned before: what takes place every week does not stop with a deletion. */
export async function plannedIn(db: Db, team: string, id: string): Promise<Planned | undefined> {
  return isCustom(id) ? ofTeam(db, team, id).executeTakeFirst() : undefined;
}

interface Planned {
  activity: Activity;
  version: number;
}

const ofTeam = (db: Db, team: string, id: string) =>
  db
    .selectFrom('custom_activity')
    .leftJoin('team', 'team.id', 'custom_activity.team_id')
    .select(['content as activity', 'version'])
    .where('custom_activity.id', '=', id)
    .where(seenIn(team));

export const summaryWith = ({ activity, info }: Visible): ActivitySummary => ({
  ...summaryOf(activity),
  custom: info,
});

export const detailsWith = ({ activity, info }: Visible): ActivityAnswer => ({
  ...detailsOf(activity),
  custom: info,
});

/** No file of the library has such a name, so nobody has to ask the database about those. */
const isCustom = (id: string): boolean => /^own-[a-z0-9]{25}$/.test(id);

const rows = (db: Db, user: string) =>
  db
    .selectFrom('custom_activity')
    // Shared with the whole server, it may be of a team that this person does not see.
    .leftJoin('team', 'team.id', 'custom_activity.team_id')
    .select(['content', 'share', 'version', 'updated_at', 'team_id', 'team.name as team_name'])
    .select(({ exists, selectFrom }) => [
      exists(
        selectFrom('team_member')
          .select(sql`1`.as('one'))
          .whereRef('team_member.team_id', '=', 'team.id')
          .where('team_member.user_id', '=', user),
      ).as('is_member'),
      exists(
        selectFrom('organization_member')
          .select(sql`1`.as('one'))
          .whereRef('organization_member.organization_id', '=', 'team.organization_id')
          .where('organization_member.user_id', '=', user),
      ).as('is_near'),
    ])
    .where('deleted_at', 'is', null);

const listed = (db: Db, user: string) =>
  rows(db, user).orderBy('updated_at', 'desc').orderBy('custom_activity.id').limit(MOST_LISTED);

type Near = ExpressionBuilder<Tables, 'custom_activity' | 'team'>;

const seenBy = (user: string) => (where: Near) =>
  where.or([
    where('share', '=', 'server'),
    where('custom_activity.team_id', 'in', ({ selectFrom }) =>
      selectFrom('team_member').select('team_member.team_id').where('user_id', '=', user),
    ),
    where.and([
      where('share', '=', 'organization'),
      where('team.organization_id', 'in', ({ selectFrom }) =>
        selectFrom('organization_member').select('organization_id').where('user_id', '=', user),
      ),
    ]),
  ]);

const seenIn = (team: string) => (where: Near) =>
  where.or([
    where('share', '=', 'server'),
    where('custom_activity.team_id', '=', team),
    where.and([
      where('share', '=', 'organization'),
      where('team.organization_id', '=', ({ selectFrom }) =>
        selectFrom('team as own').select('own.organization_id').where('own.id', '=', team),
      ),
    ]),
  ]);

const shown = (row: Row): Visible => ({
  activity: row.content,
  info: {
    team: row.team_name !== null && row.is_near ? { id: row.team_id, name: row.team_name } : null,
    share: row.share,
    version: row.version,
    mayEdit: Boolean(row.is_member),
    updatedAt: row.updated_at.toISOString(),
  },
});
