-- Mails that somebody could switch off wait until it is no longer quiet where they are.

-- Not sent before; null: at once.
alter table mail add column not_before timestamptz;
-- Sent only while this meeting runs; null: in any case.
alter table mail add column while_meeting text;

-- Whoever causes a mail has to see when it is quiet where its reader is.
create policy cause on notice_settings for select using (
  user_id in (select user_id from team_member where team_id = any ((select rondo_neighbours())::uuid[]))
);

-- Who is to be reminded of a phase once it is no longer quiet, if they are still missing by then.
create table quiet_reminder (
  meeting_id text not null references meeting (id) on delete cascade,
  phase_id text not null,
  user_id uuid not null references "user" (id) on delete cascade,
  until timestamptz not null,
  primary key (meeting_id, phase_id, user_id)
);
call rondo_protect('quiet_reminder', null);
