import { sql, type RawBuilder } from 'kysely';
import type { JsonRecord } from '../records.ts';

interface Whom {
  readonly id: string;
  readonly email: string;
}

/** Files of a personal archive by their names, each with the rows that are about this person. No secrets. */
export const PERSONAL: Readonly<Record<string, (whom: Whom) => RawBuilder<JsonRecord>>> = {
  'signed-in': ({ id }) => sql`
    select created_at, updated_at, expires_at, ip_address, user_agent
    from session where user_id = ${id} order by created_at`,
  organizations: ({ id }) => sql`
    select organization.id, organization.name, role, joined_at
    from organization_member join organization on organization.id = organization_id
    where user_id = ${id} order by joined_at`,
  teams: ({ id }) => sql`
    select team.id, team.name, role, joined_at
    from team_member join team on team.id = team_id where user_id = ${id} order by joined_at, team.name`,
  'teams-before': ({ id }) => sql`
    select team.name as team, kind, at
    from team_event join team on team.id = team_id where user_id = ${id} order by at, team_event.id`,
  meetings: ({ id }) => sql`
    select meeting.id, meeting.name, meeting.status, participant.name as as_whom,
           meeting.started_at, meeting.ended_at, meeting.started_by = ${id} as you_started_it
    from participant join meeting on meeting.id = meeting_id
    where user_id = ${id} order by meeting.started_at`,
  tasks: ({ id }) => sql`
    select task.id, team.name as team, task.text, due, status, task.created_at, closed_at,
           meeting_name, private_to is not null as private, stage, details, tags
    from task join team on team.id = task.team_id left join task_board on task_id = task.id
    where owner_user = ${id} or created_by = ${id} or ${id}::uuid = any (private_to)
    order by task.created_at`,
  'task-comments': ({ id }) => sql`
    select task_id as task, at, text, edited_at from task_comment where by_user = ${id} order by at`,
  'task-changes': ({ id }) => sql`
    select task_id as task, at, field, before, after from task_event where by_user = ${id} order by at`,
  agenda: ({ id }) => sql`
    select team.name as team, text, note, added_at
    from team_agenda join team on team.id = team_id where added_by = ${id} order by added_at`,
  series: ({ id }) => sql`
    select series.id, series.name, team.name as team, owner_id = ${id} as you_own_it,
           facilitator_id = ${id} as you_facilitate
    from series join team on team.id = team_id
    where owner_id = ${id} or facilitator_id = ${id} order by series.created_at`,
  activities: ({ id }) => sql`
    select custom_activity.id, team.name as team, content, custom_activity.created_at
    from custom_activity join team on team.id = team_id
    where created_by = ${id} order by custom_activity.created_at`,
  favourites: ({ id }) => sql`
    select activity_id as activity, since from favourite where user_id = ${id} order by since`,
  invitations: ({ id, email }) => sql`
    select team.name as team, invitation.email, invited_by = ${id} as by_you,
           invitation.created_at, used_at
    from invitation join team on team.id = team_id
    where invited_by = ${id} or lower(invitation.email) = ${email} order by invitation.created_at`,
  notifications: ({ id }) => sql`
    select kind, about, at, read_at from notification where user_id = ${id} order by at`,
  // As they lie in the outbox; links in those about signing in have long expired or work for you alone.
  mails: ({ email }) => sql`
    select kind, subject, at, state,
           case when kind in ('outcome', 'reminder', 'idle-warning', 'meeting-begun') then text end as text
    from mail where lower(recipient) = ${email} order by at`,
  'written-down': ({ id }) => sql`
    select n, at, act, network, about from audit where actor = ${id} order by n`,
};
