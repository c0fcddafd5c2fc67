-- Meetings that are planned, once or again and again, and the calendars that show them.

create table series (
  id uuid primary key,
  -- Unguessable: behind `/s/`, whoever holds it may ask for the running meeting.
  key text not null unique check (key ~ '^[A-Za-z0-9]{22}$'),
  team_id uuid not null references team (id) on delete cascade,
  activity_id text not null,
  activity_name jsonb not null,
  hues text[] not null,
  minutes integer not null,
  name text not null,
  -- The number of the next meeting.
  number integer not null,
  guests text check (guests in ('no', 'lobby', 'yes')),
  anonymous boolean,
  without integer[] not null default '{}',
  options jsonb not null default '{}',
  mail boolean not null,
  end_previous boolean not null,
  -- Of RFC 5545, without UNTIL; null: once.
  rrule text,
  -- As a clock on the wall of the zone shows it: always the first date itself.
  starts_at text not null check (starts_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  zone text not null,
  -- The last day there on which one may take place.
  until text check (until ~ '^\d{4}-\d\d-\d\d$'),
  pauses jsonb not null default '[]',
  owner_id uuid references "user" (id) on delete set null,
  facilitator_id uuid references "user" (id) on delete set null,
  state text not null default 'active' check (state in ('active', 'paused', 'ended')),
  -- Null unless active. Whoever moves it on, from the value it had, has the right to that date.
  next_at timestamptz,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  check ((state = 'active') = (next_at is not null))
);
create index series_of_team on series (team_id, created_at);
create index series_due on series (next_at) where next_at is not null;

-- A date that is dealt with. Written in the transaction that moves `next_at` on, with the ids that the
-- meeting will have: whatever dies in between, a repeat makes the same meeting and no other.
create table occurrence (
  series_id uuid not null references series (id) on delete cascade,
  at timestamptz not null,
  name text not null,
  state text not null check (state in ('due', 'held', 'skipped', 'missed', 'failed')),
  -- Not a reference: it is known before the meeting is there, and stays when that is deleted.
  meeting_id text unique,
  host_id text,
  claimed_at timestamptz not null default now(),
  primary key (series_id, at),
  check ((meeting_id is null) = (state in ('skipped', 'missed')))
);
create index occurrence_due on occurrence (claimed_at) where state = 'due';

-- Calendars that were asked for. The secret in their link is made from `id` with the server's secret;
-- a new link is a new id.
create table calendar (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  -- Null: of all teams of the person.
  team_id uuid references team (id) on delete cascade,
  made_at timestamptz not null default now(),
  unique nulls not distinct (user_id, team_id)
);
