import { randomBytes } from 'node:crypto';
import { applyEntries, type Entry } from '@rondo/live/room';
import type { Doc, MeetingId, Outcome } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { indexOutcome } from '../search/index-outcome.ts';
import { FORMER, nameless } from './nameless.ts';

/** Tables in which a name stands beside the account it is of. */
const BESIDE: readonly { table: string; user: string; name: string }[] = [
  { table: 'task', user: 'owner_user', name: 'owner_name' },
  { table: 'task_event', user: 'by_user', name: 'by_name' },
  { table: 'task_comment', user: 'by_user', name: 'by_name' },
  { table: 'team_agenda', user: 'added_by', name: 'added_name' },
  { table: 'team_event', user: 'user_id', name: 'name' },
  { table: 'report', user: 'author_user', name: 'author_name' },
  { table: 'report_feedback', user: 'user_id', name: 'name' },
];

/** Takes somebody's name out of what stands in tables beside their account. */
export async function namelessRows(tx: Db, user: string, name: string): Promise<void> {
  for (const { table, user: column, name: named } of BESIDE)
    await sql`
      update ${sql.table(table)} row
      set ${sql.ref(named)} = case team.language when 'de' then ${FORMER.de} else ${FORMER.en} end
      from team where team.id = row.team_id and row.${sql.ref(column)} = ${user}
    `.execute(tx);
  await sql`
    update report_correction row
    set by_name = case team.language when 'de' then ${FORMER.de} else ${FORMER.en} end
    from report join team on team.id = report.team_id
    where report.id = row.report_id and row.by_user = ${user}
  `.execute(tx);
  // Who a task belonged to before and after a change, by name; also in teams that they had left.
  await sql`
    update task_event row set
      before = case when before = ${name} then instead.name else before end,
      after = case when after = ${name} then instead.name else after end
    from (select id, case language when 'de' then ${FORMER.de} else ${FORMER.en} end as name from team) instead
    where instead.id = row.team_id and row.field = 'owner' and ${name} in (row.before, row.after)
      and row.team_id in (
        select team_id from team_member where user_id = ${user}
        union select meeting.team_id from participant
          join meeting on meeting.id = participant.meeting_id where participant.user_id = ${user}
        union select team_id from task where owner_user = ${user}
        union select team_id from task_event where by_user = ${user}
      )
  `.execute(tx);
  // What others were told that they did is what somebody did.
  await sql`
    update notification set about = jsonb_set(about, '{by}', to_jsonb(gen_random_uuid()::text))
    where about ->> 'by' = ${user}
  `.execute(tx);
  // Their place in meetings stays, with nobody in it.
  const places = await tx
    .selectFrom('participant')
    .innerJoin('meeting', 'meeting.id', 'participant.meeting_id')
    .innerJoin('team', 'team.id', 'meeting.team_id')
    .select(['participant.meeting_id', 'participant.id', 'team.language'])
    .where('participant.user_id', '=', user)
    .execute();
  for (const { meeting_id, id, language } of places)
    await tx
      .updateTable('participant')
      .set({ user_id: null, guest_key: randomBytes(32), name: FORMER[language] })
      .where('meeting_id', '=', meeting_id)
      .where('id', '=', id)
      .execute();
}

export interface Remembered {
  readonly meeting: MeetingId;
  readonly team: string;
  readonly language: 'en' | 'de';
  /** As they were called there, then and now. */
  readonly names: ReadonlySet<string>;
}

/** Meetings that may name somebody: those they took part in, and others of teams they are in that say their name. */
export async function meetingsNaming(tx: Db, user: string, name: string): Promise<Remembered[]> {
  const { rows } = await sql<{
    id: MeetingId;
    team_id: string;
    language: 'en' | 'de';
    names: (string | null)[];
  }>`
    select meeting.id, meeting.team_id, team.language,
      array(select participant.name from participant
            where participant.meeting_id = meeting.id and participant.user_id = ${user}) as names
    from meeting
    join team on team.id = meeting.team_id
    left join outcome on outcome.meeting_id = meeting.id
    where meeting.status = 'ended' and (
      exists (select from participant
              where participant.meeting_id = meeting.id and participant.user_id = ${user})
      or (
        meeting.team_id in (select team_id from team_member where user_id = ${user})
        and position(to_json(${name}::text)::text in outcome.outcome::text) > 0
        -- Somebody of the same name is there: it is theirs where this one did not take part.
        and not exists (select from team_member other join "user" on "user".id = other.user_id
                        where other.team_id = meeting.team_id and other.user_id <> ${user}
                          and "user".name = ${name})
      )
    )
  `.execute(tx);
  return rows.map(({ id, team_id, language, names }) => ({
    meeting: id,
    team: team_id,
    language,
    names: new Set([name, ...names.flatMap((each) => each ?? [])]),
  }));
}

/** Takes the names out of what remains of a meeting, and out of the board from which it would go on. */
export async function namelessMeeting(tx: Db, remembered: Remembered): Promise<void> {
  const { meeting, team, language, names } = remembered;
  const instead = FORMER[language];
  await tx
    .updateTable('meeting')
    .set({ facilitator: instead })
    .where('id', '=', meeting)
    .where('facilitator', 'in', [...names])
    .execute();
  const stored = await tx
    .selectFrom('outcome')
    .select('outcome')
    .where('meeting_id', '=', meeting)
    .forUpdate()
    .executeTakeFirst();
  if (stored) {
    // Only names change, so it is one still.
    const outcome = nameless(stored.outcome, names, instead) as Outcome;
    if (outcome !== stored.outcome) {
      await tx
        .updateTable('outcome')
        .set({ outcome: JSON.stringify(outcome) })
        .where('meeting_id', '=', meeting)
        .execute();
      await indexOutcome(tx, team, meeting, outcome);
    }
  }
  await namelessBoard(tx, meeting, names, instead);
}

/** As one entry more, of which only what came of it is kept: whoever has the board before it loads it anew. */
async function namelessBoard(
  tx: Db,
  meeting: MeetingId,
  names: ReadonlySet<string>,
  instead: string,
): Promise<void> {
  const heads = await sql<{ head: string }>`
    select head from meeting_head where meeting_id = ${meeting} for update
  `.execute(tx);
  const kept = await sql<Entry>`
    select seq, doc as body from meeting_snapshot where meeting_id = ${meeting}
  `.execute(tx);
  const [head] = heads.rows;
  const [snapshot] = kept.rows;
  if (!head || !snapshot) return;
  const later = await sql<Entry>`
    select seq, body from meeting_patch where meeting_id = ${meeting} order by seq
  `.execute(tx);
  const start = { seq: snapshot.seq, doc: JSON.parse(snapshot.body) as Doc };
  const since = later.rows.filter(({ seq }) => seq > start.seq);
  const { doc } = applyEntries(start, since);
  const board = nameless(doc.board, names, instead);
  if (board === doc.board && since.length === 0) return;
  const seq = Number(head.head) + 1;
  await sql`delete from meeting_patch where meeting_id = ${meeting}`.execute(tx);
  await sql`update meeting_head set head = ${seq} where meeting_id = ${meeting}`.execute(tx);
  await sql`
    update meeting_snapshot set seq = ${seq}, doc = ${JSON.stringify({ ...doc, board })}
    where meeting_id = ${meeting}
  `.execute(tx);
}
