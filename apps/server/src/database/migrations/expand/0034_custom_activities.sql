-- Activities that teams compose for themselves. Built-in ones are files.

create table custom_activity (
  -- Unguessable, and written as ids of activities are.
  id text primary key check (id ~ '^own-[a-z0-9]{25}$'),
  team_id uuid not null references team (id) on delete cascade,
  share text not null default 'team' check (share in ('team', 'organization', 'server')),
  -- As it was checked; the newest of its versions.
  content jsonb not null,
  version integer not null default 1,
  created_by uuid references "user" (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- What is planned with it goes on; nobody finds it any more.
  deleted_at timestamptz
);

create index custom_activity_of_team on custom_activity (team_id) where deleted_at is null;
create index custom_activity_shared on custom_activity (share)
  where deleted_at is null and share <> 'team';

create table custom_activity_version (
  activity_id text not null references custom_activity (id) on delete cascade,
  version integer not null,
  content jsonb not null,
  made_by uuid references "user" (id) on delete set null,
  made_at timestamptz not null default now(),
  primary key (activity_id, version)
);

-- Which version of a team's own activity a meeting was started with; its flow is its own copy.
alter table meeting add column activity_version integer;
