-- What a team brings from one meeting to the next: what was promised, and what is to be talked about.

create table task (
  id uuid primary key,
  team_id uuid not null references team (id) on delete cascade,
  -- Where it was agreed on; its name stays when that meeting is deleted.
  meeting_id text references meeting (id) on delete set null,
  meeting_name text not null,
  -- Its id in that meeting, and its place among the others from there.
  meeting_task text not null,
  place integer not null,
  text text not null,
  owner_user uuid references "user" (id) on delete set null,
  owner_name text,
  due text check (due ~ '^\d{4}-\d\d-\d\d$'),
  status text not null default 'open' check (status in ('open', 'done', 'dropped')),
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  -- The meeting that closed it; null: somebody on the team's page. Not a reference, as meetings are deleted.
  closed_in text,
  -- What people said about it when it was done; null: nobody was asked, or too few have answered.
  helped_yes integer,
  helped_no integer,
  unique (meeting_id, meeting_task),
  check ((status = 'open') = (closed_at is null))
);
create index task_of_team on task (team_id, status, created_at desc);
create index task_of_owner on task (owner_user, status);

-- Items wait here for the next meeting with an agenda. One that was dealt with stays for a while, so that
-- ending the same meeting again changes nothing that happened since.
create table team_agenda (
  team_id uuid not null references team (id) on delete cascade,
  -- The id its card has in a meeting.
  id text not null check (id ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$'),
  text text not null,
  note text not null default '',
  pinned boolean not null,
  added_by uuid references "user" (id) on delete set null,
  added_name text not null,
  added_at timestamptz not null default now(),
  -- Fractional index, compared by code unit.
  position text not null collate "C",
  cleared_at timestamptz,
  -- The meeting that cleared it; null: somebody on the team's page.
  cleared_in text,
  primary key (team_id, id)
);
create index team_agenda_waiting on team_agenda (team_id, position) where cleared_at is null;
create index team_agenda_cleared on team_agenda (cleared_at) where cleared_at is not null;
