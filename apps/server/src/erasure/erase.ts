import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { forgetMeetings } from '../portability/retention/forget-meetings.ts';
import { circumstancesOf } from './circumstances.ts';
import { FORMER } from './nameless.ts';
import { leavePrivateTasks } from './private-tasks.ts';
import { meetingsNaming, namelessMeeting, namelessRows } from './records.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Erases an account with all that is only about it; what teams need to read stays, without the name. Throws
 * `last-owner`, `last-lead`, and `not-allowed` for the owner of the server.
 */
export async function eraseAccount(app: App, person: Person): Promise<void> {
  const { dbForAll, live } = app;
  const running = await runningWith(dbForAll, person.id);
  const sessions = await dbForAll.transaction().execute(async (tx) => {
    // One change at a time of who is in these organizations and teams.
    await lockAll(tx, person.id);
    const { ownsServer, lastOwnerOf, lastLeadOf, deleted } = await circumstancesOf(tx, person.id);
    if (ownsServer) throw problem('not-allowed');
    if (lastOwnerOf.length > 0) throw problem('last-owner');
    if (lastLeadOf.length > 0) throw problem('last-lead');
    await deleteAlone(tx, deleted);
    for (const meeting of await meetingsNaming(tx, person.id, person.name))
      await namelessMeeting(tx, meeting);
    await leavePrivateTasks(tx, person.id);
    await namelessRows(tx, person.id, person.name);
    await deleteMails(tx, person);
    const ended = await tx
      .deleteFrom('session')
      .where('user_id', '=', person.id)
      .returning('id')
      .execute();
    await record(tx, { act: 'account-erased', actor: person.id, about: { account: person.id } });
    await tx.deleteFrom('user').where('id', '=', person.id).execute();
    return ended;
  });
  for (const { id } of sessions) live.poke(`revoked:session:${id}`);
  for (const { meeting, participant, language } of running)
    await leaveNameless(app, meeting, participant, language);
}

async function lockAll(tx: Db, user: string): Promise<void> {
  await sql`
    select id from organization
    where id in (select organization_id from organization_member where user_id = ${user})
    order by id for update`.execute(tx);
  await sql`
    select id from team where id in (select team_id from team_member where user_id = ${user})
    order by id for update`.execute(tx);
}

interface Deleted {
  organizations: readonly { id: string }[];
  teams: readonly { id: string }[];
}

/** Where nobody else is, there is nobody to keep it for. */
async function deleteAlone(tx: Db, { organizations, teams }: Deleted): Promise<void> {
  const ids = organizations.map(({ id }) => id);
  const alone = teams.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    select meeting.id from meeting join team on team.id = meeting.team_id
    where team.organization_id = any(${ids}) or team.id = any(${alone})
  `.execute(tx);
  await forgetMeetings(
    tx,
    rows.map(({ id }) => id),
  );
  await sql`delete from team where id = any(${alone})`.execute(tx);
  await sql`delete from organization where id = any(${ids})`.execute(tx);
}

/** Mails to them, and those to others that name them and have gone out; what else holds their address. */
async function deleteMails(tx: Db, { name, email }: Person): Promise<void> {
  await sql`delete from mail where lower(recipient) = ${email.toLowerCase()}`.execute(tx);
  await sql`
    delete from mail where state <> 'queued' and (
      position(${email} in text) > 0 or position(${name} in subject) > 0
      or position(${name} in text) > 0)`.execute(tx);
  await sql`delete from sign_up where lower(email) = ${email.toLowerCase()}`.execute(tx);
  await sql`delete from invitation where lower(email) = ${email.toLowerCase()}`.execute(tx);
  await sql`delete from awaited_role where email = ${email.toLowerCase()}`.execute(tx);
  await sql`delete from awaited_place where email = ${email.toLowerCase()}`.execute(tx);
  await sql`delete from report_subscriber where lower(email) = ${email.toLowerCase()}`.execute(tx);
}

interface Place {
  readonly meeting: MeetingId;
  readonly participant: ParticipantId;
  readonly language: 'en' | 'de';
}

async function runningWith(db: Db, user: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select meeting.id as meeting, participant.id as participant, team.language
    from participant
    join meeting on meeting.id = participant.meeting_id
    join team on team.id = meeting.team_id
    where participant.user_id = ${user} and meeting.status = 'running'
  `.execute(db);
  return rows;
}

/**
 * In a meeting that runs they are somebody without a name from now on; its log, which knew it, is burnt when it
 * ends. A meeting that they never came into knows nothing of them.
 */
async function leaveNameless(
  { live, meetingLog }: Pick<App, 'live' | 'meetingLog'>,
  meeting: MeetingId,
  participant: ParticipantId,
  language: 'en' | 'de',
): Promise<void> {
  const stored = await meetingLog.load(meeting);
  const known = stored?.doc.board.people[participant];
  if (!known || known.state !== 'in') return;
  const args = { person: participant, name: FORMER[language], role: known.role, lead: false };
  await live.submit(meeting, null, { phase: null, name: 'enter', args });
}
