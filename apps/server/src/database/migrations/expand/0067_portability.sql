-- Data that leaves and data that comes: files on their way, and the work that is done on them.

-- A file that is kept for a while, where every server can read it: an archive to be fetched, or one
-- that somebody sent. It is there in full when `bytes` says how long it is.
create table kept_file (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  name text not null,
  bytes bigint,
  made_at timestamptz(3) not null default now(),
  expires_at timestamptz not null
);
create index kept_file_of_person on kept_file (user_id);
create index kept_file_by_expiry on kept_file (expires_at);
call rondo_protect_by_person('kept_file');

-- In pieces, so that nobody has to hold it in memory.
create table kept_file_piece (
  file_id uuid not null references kept_file (id) on delete cascade,
  n integer not null check (n >= 0),
  body bytea not null,
  primary key (file_id, n)
);
-- It is compressed already.
alter table kept_file_piece alter column body set storage external;
call rondo_protect('kept_file_piece', 'exists (select from kept_file where kept_file.id = file_id)');

-- An export or import, which goes on whether or not somebody looks. Only who asked for it sees it.
create table data_job (
  id uuid primary key,
  kind text not null check (kind in ('export', 'import')),
  scope text not null check (scope in ('person', 'team', 'organization')),
  user_id uuid not null references "user" (id) on delete cascade,
  -- What goes out, or where it comes in; null: an organization that is made for it.
  organization_id uuid references organization (id) on delete cascade,
  team_id uuid references team (id) on delete cascade,
  file_id uuid references kept_file (id) on delete set null,
  state text not null default 'waiting'
    check (state in ('waiting', 'working', 'ready', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer not null default 0,
  -- A word of a closed list, and where in the archive.
  failure text,
  failed_at text,
  -- What was wished for, and what is made by now.
  plan jsonb not null default '{}',
  result jsonb not null default '{}',
  asked_at timestamptz(3) not null default now(),
  ended_at timestamptz(3)
);
create index data_job_of_person on data_job (user_id, asked_at desc);
create index data_job_of_organization on data_job (organization_id);
create index data_job_of_team on data_job (team_id);
create index data_job_of_file on data_job (file_id);
call rondo_protect_by_person('data_job');
