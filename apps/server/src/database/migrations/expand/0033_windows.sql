-- Phases that open and close by the clock.

-- When the clock has to look at a meeting next; meetings that go by no clock have no row.
create table meeting_due (
  meeting_id text primary key references meeting (id) on delete cascade,
  at timestamptz not null
);
create index meeting_due_at on meeting_due (at);

-- Whom a phase was waiting for has been reminded at this moment, once however many servers look.
create table reminder (
  meeting_id text not null references meeting (id) on delete cascade,
  phase_id text not null,
  at timestamptz not null,
  primary key (meeting_id, phase_id, at)
);
