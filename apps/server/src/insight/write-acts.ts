import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { REHEARSAL_IDS } from '../operations/rehearsal/clean-up.ts';
import { isUuid } from '../uuid.ts';
import type { Place } from './acts.ts';
import { WHOLE_SERVER } from './scope.ts';

/** Somebody with an account, outside of meetings. */
export interface ActiveThere {
  readonly day: string;
  readonly user: string;
  readonly place: Place;
}

/** Somebody in a meeting, with or without an account. */
export interface ActiveHere {
  readonly day: string;
  readonly meeting: MeetingId;
  readonly person: ParticipantId;
}

export interface NotedMeeting {
  readonly meeting: MeetingId;
  readonly activity: string;
  /** Undefined: a team has composed the activity. */
  readonly category: string | undefined;
  readonly day: string;
  readonly contributed: boolean;
  /** Two or more people were there. */
  readonly held: boolean;
  readonly guests: number;
}

export interface Waiting {
  readonly there: readonly ActiveThere[];
  readonly here: readonly ActiveHere[];
  readonly meetings: readonly NotedMeeting[];
}

/** Adds what is new to the rows that are counted from, and says which days have to be counted again. */
export const writeActs = (db: Db, { there, here, meetings }: Waiting): Promise<void> =>
  db.transaction().execute(async (tx) => {
    if (there.length + here.length > 0) await writeActive(tx, there, here);
    const contributed = meetings.filter((each) => each.contributed);
    if (contributed.length > 0) await writeContributed(tx, contributed);
    const held = meetings.filter((each) => each.held);
    if (held.length > 0) await writeHeld(tx, held);
  });

async function writeActive(
  tx: Db,
  there: readonly ActiveThere[],
  here: readonly ActiveHere[],
): Promise<void> {
  const uuids = (name: 'organization' | 'team' | 'series' | 'task') =>
    there.map(({ place }) => {
      const id = place[name];
      return id !== undefined && isUuid(id) ? id : null;
    });
  await sql`
    with acted as (
      select given.day, given.user_id,
        coalesce(organization.id, team.organization_id) as scope
      from unnest(
        ${there.map(({ day }) => day)}::date[],
        ${there.map(({ user }) => user)}::uuid[],
        ${uuids('organization')}::uuid[],
        ${uuids('team')}::uuid[],
        ${there.map(({ place }) => place.meeting ?? null)}::text[],
        ${uuids('series')}::uuid[],
        ${uuids('task')}::uuid[]
      ) as given (day, user_id, organization_id, team_id, meeting_id, series_id, task_id)
      left join organization on organization.id = given.organization_id
      left join meeting on meeting.id = given.meeting_id
      left join series on series.id = given.series_id
      left join task on task.id = given.task_id
      left join team
        on team.id = coalesce(given.team_id, meeting.team_id, series.team_id, task.team_id)
      union
      select given.day, participant.user_id, team.organization_id
      from unnest(
        ${here.map(({ day }) => day)}::date[],
        ${here.map(({ meeting }) => meeting)}::text[],
        ${here.map(({ person }) => person)}::text[]
      ) as given (day, meeting_id, person)
      join participant
        on participant.meeting_id = given.meeting_id and participant.id = given.person
      join meeting on meeting.id = given.meeting_id
      join team on team.id = meeting.team_id
    ), added as (
      insert into active_day (day, scope, user_id)
      select distinct acted.day, coalesce(acted.scope, ${WHOLE_SERVER}::uuid), acted.user_id
      from acted
      -- An account that was erased meanwhile is not to come back.
      join "user" on "user".id = acted.user_id
      order by 1, 2, 3
      on conflict do nothing
      returning day, scope, user_id
    ), due as (
      insert into count_due (day) select distinct day from added order by day on conflict do nothing
    )
    insert into first_active (scope, user_id, day)
    select scope, user_id, min(day) from (
      select scope, user_id, day from added
      union all
      select ${WHOLE_SERVER}::uuid, user_id, day from added
    ) as first
    group by scope, user_id
    order by scope, user_id
    on conflict (scope, user_id) do update set day = excluded.day
    where first_active.day > excluded.day`.execute(tx);
}

async function writeContributed(tx: Db, noted: readonly NotedMeeting[]): Promise<void> {
  await sql`
    insert into counted_meeting (meeting_id, scope, team_id, category, contributed_on)
    select meeting.id, team.organization_id, team.id,
      coalesce(given.category, custom_activity.content ->> 'category', 'workshop'), given.day
    from unnest(
      ${noted.map(({ meeting }) => meeting)}::text[],
      ${noted.map(({ day }) => day)}::date[],
      ${noted.map(({ category }) => category ?? null)}::text[],
      ${noted.map(({ activity }) => activity)}::text[]
    ) as given (meeting_id, day, category, activity_id)
    join meeting on meeting.id = given.meeting_id
    join team on team.id = meeting.team_id
    left join custom_activity on custom_activity.id = given.activity_id
    -- A rehearsal has people of its own, who are nobody.
    where team.organization_id::text not like ${REHEARSAL_IDS}
    order by meeting.id
    on conflict (meeting_id) do nothing`.execute(tx);
}

/** Held from the first day on which both were true: two people, and a contribution by now. */
async function writeHeld(tx: Db, noted: readonly NotedMeeting[]): Promise<void> {
  await sql`
    with changed as (
      update counted_meeting set
        held_on = coalesce(held_on, greatest(given.day, contributed_on)),
        guests = greatest(counted_meeting.guests, given.guests)
      from unnest(
        ${noted.map(({ meeting }) => meeting)}::text[],
        ${noted.map(({ day }) => day)}::date[],
        ${noted.map(({ guests }) => guests)}::integer[]
      ) as given (meeting_id, day, guests)
      where counted_meeting.meeting_id = given.meeting_id
        and (held_on is null or counted_meeting.guests < given.guests)
      returning held_on
    )
    insert into count_due (day) select distinct held_on from changed order by 1
    on conflict do nothing`.execute(tx);
}
