-- The log of running meetings. It has no foreign keys: its hot path writes many meetings in one
-- statement, under a role that sees nothing else.

-- The head of each log, apart from everything that changes seldom, so that moving it touches one
-- narrow row; half of each page stays free for that (heap-only updates).
create table meeting_head (
  meeting_id text primary key,
  head bigint not null
) with (fillfactor = 50);

-- What each entry changed, as JSON text exactly as it was sent. Deleted when the meeting ends.
create table meeting_patch (
  meeting_id text not null,
  seq bigint not null,
  body text not null,
  at timestamptz not null default now(),
  primary key (meeting_id, seq)
);

-- The latest whole document: a cache while the meeting runs; when it has ended, the board that a
-- reopened meeting goes on from.
create table meeting_snapshot (
  meeting_id text primary key,
  seq bigint not null,
  doc text not null
);
