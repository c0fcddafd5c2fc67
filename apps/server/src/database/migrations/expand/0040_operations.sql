-- What a server knows about itself and about the others beside it.

-- Every server process that runs, or ran lately. It writes its row every ten seconds.
create table server_node (
  name text primary key,
  -- The release, such as 0.2.0.
  release text not null,
  host text not null,
  pid integer not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  -- It sends its people on, and ends.
  draining boolean not null default false,
  -- The most connections to PostgreSQL that it may open.
  database_connections integer not null
);

-- The highest value that was seen in each minute, of each server: what a usual Friday is.
create table peak (
  minute timestamptz not null,
  node text not null,
  sockets integer not null,
  handshakes integer not null,
  file_descriptors integer not null,
  database_connections integer not null,
  primary key (minute, node)
);

-- What was done for the server's sake and when: examinations, rehearsals, backups, restores, upgrades.
create table operation_run (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  at timestamptz not null default now(),
  succeeded boolean not null,
  -- What it found, as its kind describes it. No word or name of anybody.
  result jsonb not null
);
create index operation_run_latest on operation_run (kind, at desc);
