-- People of an archive that was imported who are not here yet: what they were, and what was theirs, until
-- they come in by the mail address that they have in it.

-- What somebody becomes in an organization, or in a team of it.
create table awaited_role (
  organization_id uuid not null references organization (id) on delete cascade,
  -- Null: in the organization itself.
  team_id uuid references team (id) on delete cascade,
  -- In small letters.
  email text not null,
  role text not null check (role in ('admin', 'lead', 'member')),
  billing boolean not null default false,
  joined_at timestamptz(3) not null
);
create unique index awaited_role_of on awaited_role (organization_id, email, team_id) nulls not distinct;
create index awaited_role_by_address on awaited_role (email);
create index awaited_role_of_team on awaited_role (team_id);

-- A task that somebody owned, or a place in a meeting that they had.
create table awaited_place (
  team_id uuid not null references team (id) on delete cascade,
  email text not null,
  task_id uuid references task (id) on delete cascade,
  meeting_id text,
  participant text,
  foreign key (meeting_id, participant) references participant (meeting_id, id) on delete cascade,
  check ((task_id is null) <> (meeting_id is null)),
  check ((meeting_id is null) = (participant is null))
);
create index awaited_place_of on awaited_place (team_id, email);
create index awaited_place_by_address on awaited_place (email);
create index awaited_place_of_task on awaited_place (task_id);
create index awaited_place_of_meeting on awaited_place (meeting_id, participant);

-- Who comes in finds what waits for them, and so do the people who let them in.
call rondo_protect('awaited_role', 'organization_id = any ((select rondo_organizations())::uuid[])
  or email = (select lower("user".email) from "user" where id = (select rondo_person()))');
call rondo_protect('awaited_place', 'team_id = any ((select rondo_teams())::uuid[])
  or email = (select lower("user".email) from "user" where id = (select rondo_person()))');
