import { randomUUIDv7 } from 'node:crypto';
import type { JoinRequest } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { notify } from '../notifications/notify.ts';
import { record } from '../operations/audit/record.ts';
import { managesTeam } from '../teams/access.ts';
import { enterTeam } from '../teams/enter.ts';
import { leadsOf } from '../teams/leads.ts';
import { needOpen } from '../teams/open.ts';
import {
  manages,
  managersOf,
  needOrganization,
  roleInOrganization,
  type OrganizationRole,
} from './access.ts';
import { enterOrganization } from './enter.ts';

/** The most that are shown at once; whoever has more answers some first. */
const MOST = 200;

/** The open requests that somebody may answer: owners and admins all, leads those of their teams. */
export function requestsFor(
  db: Db,
  asker: { user: string; organization: string; role: OrganizationRole },
) {
  const all = db
    .selectFrom('join_request as request')
    .where('request.organization_id', '=', asker.organization);
  if (manages(asker.role)) return all;
  return all.where('request.team_id', 'in', (e) =>
    e
      .selectFrom('team_member')
      .select('team_member.team_id')
      .where('team_member.user_id', '=', asker.user)
      .where('team_member.role', '=', 'lead'),
  );
}

/** @param dbForAll as whoever asks is not in the organization yet, and named all the same */
export async function listRequests(
  dbForAll: Db,
  user: string,
  organization: string,
): Promise<JoinRequest[]> {
  const role = await needOrganization(dbForAll, user, organization, 'read');
  const rows = await requestsFor(dbForAll, { user, organization, role })
    .innerJoin('user', 'user.id', 'request.user_id')
    .leftJoin('team', 'team.id', 'request.team_id')
    .select(['request.id', 'request.asked_at', 'user.id as user_id', 'user.name', 'user.email'])
    .select(['team.id as team_id', 'team.name as team'])
    .orderBy('request.asked_at')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: { id: row.user_id, name: row.name, email: row.email },
    team: row.team_id !== null && row.team !== null ? { id: row.team_id, name: row.team } : null,
    askedAt: row.asked_at.toISOString(),
  }));
}

/** Asks to join, once until it is answered; those who may answer are told. */
export async function ask(
  tx: Db,
  user: string,
  { organization, team }: { organization: string; team: string | null },
): Promise<void> {
  const id = randomUUIDv7();
  const asked = await tx
    .insertInto('join_request')
    .values({ id, user_id: user, organization_id: organization, team_id: team })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (asked.numInsertedOrUpdatedRows === 0n) return;
  const to = await thoseWhoAnswer(tx, organization, team);
  await notify(tx, {
    kind: 'join-asked',
    to,
    team,
    about: { request: id, by: user, organization },
  });
}

/** The leads of the team; where it has none, or is none, owners and admins. */
async function thoseWhoAnswer(
  tx: Db,
  organization: string,
  team: string | null,
): Promise<string[]> {
  if (team !== null) {
    const leads = await leadsOf(tx, team);
    if (leads.length > 0) return leads;
  }
  return managersOf(tx, organization);
}

/** Lets somebody in, or not, and tells them. Of two answers in the same moment the first counts. */
export async function answerRequest(
  db: Db,
  user: string,
  request: string,
  answer: 'yes' | 'no',
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('join_request')
      .selectAll()
      .where('id', '=', request)
      .forUpdate()
      .executeTakeFirst();
    const role = found && (await roleInOrganization(tx, user, found.organization_id));
    if (!found || !role) throw problem('not-found');
    const { user_id: person, organization_id: organization, team_id: team } = found;
    const may = team === null ? manages(role) : await managesTeam(tx, user, team);
    if (!may) throw problem('not-allowed');
    await tx.deleteFrom('join_request').where('id', '=', request).execute();
    if (answer === 'yes') {
      await enterOrganization(tx, organization, person);
      if (team !== null) {
        await needOpen(tx, team);
        await enterTeam(tx, team, person);
      }
    }
    const about = { organization, member: person, answer };
    await record(tx, { act: 'request-answered', actor: user, about });
    await notify(tx, {
      kind: 'join-answered',
      to: [person],
      team: null,
      about: { request, answer, organization },
    });
  });
}

/** Takes one's own request back. */
export async function withdrawRequest(db: Db, user: string, request: string): Promise<void> {
  const withdrawn = await db
    .deleteFrom('join_request')
    .where('id', '=', request)
    .where('user_id', '=', user)
    .executeTakeFirst();
  if (withdrawn.numDeletedRows === 0n) throw problem('not-found');
}
