-- Phases that open and close by the clock.

-- When the clock has to look at this meeting next; null: it goes by no clock.
alter table meeting add column due_at timestamptz;
create index meeting_due on meeting (due_at) where status = 'running' and due_at is not null;

-- Whom a phase was waiting for has been reminded at this moment, once however many servers look.
create table reminder (
  meeting_id text not null references meeting (id) on delete cascade,
  phase_id text not null,
  at timestamptz not null,
  primary key (meeting_id, phase_id, at)
);
