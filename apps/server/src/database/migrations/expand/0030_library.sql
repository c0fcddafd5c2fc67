-- What somebody wants to find again quickly in the library. Built-in activities are files, so their id
-- refers to no table.

create table favourite (
  user_id uuid not null references "user" (id) on delete cascade,
  activity_id text not null,
  since timestamptz not null default now(),
  primary key (user_id, activity_id)
);

-- How often a team ran each activity and when last, and what an organization ran lately: from the index alone.
create index meeting_usage on meeting (team_id, activity_id, started_at);
