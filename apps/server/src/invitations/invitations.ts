import { randomUUIDv7 } from 'node:crypto';
import type { Invitation } from '@rondo/contract';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Db } from '../database/database.ts';
import { needSeen } from '../database/seen.ts';
import { problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { enterOrganization } from '../organizations/enter.ts';
import { hashToken, newToken } from '../secret-token.ts';
import { needLead, standingIn } from '../teams/access.ts';
import { enterTeam } from '../teams/enter.ts';
import { needOpen } from '../teams/open.ts';
import { countAccepted } from './trust.ts';

/** How long a mailed invitation works, days. */
export const MAIL_DAYS = 30;
/** How many unused mailed invitations a team may have out: more is a sign of abuse. */
const MOST_OPEN = 200;

interface NewInvitation {
  team: string;
  meeting: string | null;
  email: string | null;
  days: number;
}

/** Makes an invitation; any member of the team may, and owners and admins of its organization. The token is returned once and stored only as a hash. */
export async function invite(
  db: Db,
  user: string,
  plan: NewInvitation,
): Promise<{ invitation: Invitation; token: string }> {
  await needInviter(db, user, plan.team);
  await needOpen(db, plan.team);
  if (plan.meeting !== null) await needMeetingOf(db, plan.team, plan.meeting);
  const open = await db
    .selectFrom('invitation')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('team_id', '=', plan.team)
    .where(usable)
    .executeTakeFirstOrThrow();
  if (Number(open.n) >= MOST_OPEN) throw problem('too-many');
  const token = newToken();
  const id = randomUUIDv7();
  await db
    .insertInto('invitation')
    .values({
      id,
      team_id: plan.team,
      meeting_id: plan.meeting,
      token_hash: hashToken(token),
      email: plan.email,
      invited_by: user,
      expires_at: sql<Date>`now() + make_interval(days => ${plan.days})`,
    })
    .execute();
  return { invitation: await readInvitation(db, id), token };
}

/** Members, and who manages the team without being in it. Throws `not-found`. */
async function needInviter(db: Db, user: string, team: string): Promise<void> {
  if (!(await standingIn(db, user, team))) throw problem('not-found');
}

async function needMeetingOf(db: Db, team: string, meeting: string): Promise<void> {
  const row = await db
    .selectFrom('meeting')
    .select('id')
    .where('id', '=', meeting)
    .where('team_id', '=', team)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
}

/** Can still be used. */
const usable = sql<boolean>`invitation.revoked_at is null and invitation.expires_at > now()
  and (invitation.email is null or invitation.used_at is null)`;

const select = (db: Db) =>
  db
    .selectFrom('invitation')
    .innerJoin('user', 'user.id', 'invitation.invited_by')
    .select([
      'invitation.id',
      'invitation.email',
      'invitation.meeting_id',
      'invitation.created_at',
      'invitation.expires_at',
      'invitation.uses',
      'user.name as by',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const shown = (row: Row): Invitation => ({
  id: row.id,
  email: row.email,
  meeting: row.meeting_id,
  by: row.by,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  uses: row.uses,
});

const readInvitation = async (db: Db, id: string): Promise<Invitation> =>
  shown(await select(db).where('invitation.id', '=', id).executeTakeFirstOrThrow());

export async function listInvitations(db: Db, user: string, team: string): Promise<Invitation[]> {
  await needInviter(db, user, team);
  const rows = await select(db)
    .where('invitation.team_id', '=', team)
    .where(usable)
    .orderBy('invitation.created_at', 'desc')
    .limit(MOST_OPEN)
    .execute();
  return rows.map(shown);
}

/** Withdraws an invitation: a lead any, everybody their own. */
export async function revoke(
  { db, dbForAll }: Pick<App, 'db' | 'dbForAll'>,
  user: string,
  invitation: string,
): Promise<void> {
  // Those of a team that somebody manages without being in it are not among the rows they see.
  const row = await dbForAll
    .selectFrom('invitation')
    .select(['team_id', 'invited_by'])
    .where('id', '=', invitation)
    .executeTakeFirst();
  if (!row || !(await standingIn(db, user, row.team_id))) throw problem('not-found');
  if (row.invited_by !== user) await needLead(db, user, row.team_id);
  await needSeen(db, 'team', row.team_id);
  await dbForAll.transaction().execute(async (tx) => {
    await tx
      .updateTable('invitation')
      .set({ revoked_at: sql`now()` })
      .where('id', '=', invitation)
      .execute();
    const about = { invitation, team: row.team_id };
    await record(tx, { act: 'invitation-withdrawn', actor: user, about });
  });
}

export interface OpenInvitation {
  id: string;
  team: string;
  organization: string;
  meeting: string | null;
  email: string | null;
}

/**
 * The usable invitation of a token, locked until the transaction ends, so that one that works once
 * works once. Used, expired, withdrawn and never made all look the same: `expired`.
 */
export async function claimInvitation(tx: Db, token: string): Promise<OpenInvitation> {
  const row = await tx
    .selectFrom('invitation')
    .innerJoin('team', 'team.id', 'invitation.team_id')
    .select([
      'invitation.id',
      'invitation.team_id',
      'invitation.meeting_id',
      'invitation.email',
      'team.organization_id',
    ])
    .where('token_hash', '=', hashToken(token))
    .where(usable)
    .forUpdate('invitation')
    .executeTakeFirst();
  if (!row) throw problem('expired');
  return {
    id: row.id,
    team: row.team_id,
    organization: row.organization_id,
    meeting: row.meeting_id,
    email: row.email,
  };
}

/** Puts somebody into the invitation's team and organization, and counts the use. */
export async function useInvitation(
  tx: Db,
  invitation: OpenInvitation,
  user: string,
): Promise<void> {
  await needOpen(tx, invitation.team);
  await enterOrganization(tx, invitation.organization, user);
  await enterTeam(tx, invitation.team, user);
  const { invited_by } = await tx
    .updateTable('invitation')
    .set((e) => ({ uses: e('uses', '+', 1), used_at: sql`now()` }))
    .where('id', '=', invitation.id)
    .returning('invited_by')
    .executeTakeFirstOrThrow();
  if (invitation.email !== null) await countAccepted(tx, invited_by);
  const about = { invitation: invitation.id, team: invitation.team };
  await record(tx, { act: 'invitation-used', actor: user, about });
}

/** What the holder of a token may know before using it. */
export async function lookAt(db: Db, token: string) {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('team', 'team.id', 'invitation.team_id')
    .innerJoin('organization', 'organization.id', 'team.organization_id')
    .innerJoin('user', 'user.id', 'invitation.invited_by')
    .leftJoin('meeting', 'meeting.id', 'invitation.meeting_id')
    .select(['team.name as team', 'organization.name as organization', 'user.name as by'])
    .select(['invitation.email', 'meeting.name as meeting', 'meeting.status as meeting_status'])
    .where('token_hash', '=', hashToken(token))
    .where(usable)
    .executeTakeFirst();
  if (!row) throw problem('expired');
  return {
    team: row.team,
    organization: row.organization,
    by: row.by,
    addressed: row.email !== null,
    meeting:
      row.meeting !== null && row.meeting_status === 'running' ? { name: row.meeting } : null,
  };
}
