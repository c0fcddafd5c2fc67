-- What the figures of the metrics page are counted from, and the counts. Days and weeks (from Monday) go
-- by UTC. A scope is an organization, or 00000000-0000-0000-0000-000000000000 for the whole server.

-- Counted from: on which days somebody did something on purpose. No reference to the account: when that
-- is erased, a number drawn by chance stands here in its place, so that counting again gives the same.
create table active_day (
  day date not null,
  -- The nil scope: it belonged to no organization in particular.
  scope uuid not null,
  user_id uuid not null,
  primary key (day, scope, user_id)
);
create index active_day_of_person on active_day (user_id);
call rondo_protect('active_day', null);

-- The first such day, which outlasts the days themselves.
create table first_active (
  scope uuid not null,
  user_id uuid not null,
  day date not null,
  primary key (scope, user_id)
);
create index first_active_by_day on first_active (day);
create index first_active_of_person on first_active (user_id);
call rondo_protect('first_active', null);

create function forget_active_person() returns trigger language plpgsql as $$
declare
  nobody uuid := gen_random_uuid();
  scope_before text := current_setting('rondo.scope', true);
begin
  -- As in 0050: persons see no row of these tables, not even their own.
  perform set_config('rondo.scope', 'rule', true);
  update active_day set user_id = nobody where user_id = old.id;
  update first_active set user_id = nobody where user_id = old.id;
  perform set_config('rondo.scope', coalesce(scope_before, ''), true);
  return old;
end
$$;
create trigger active_person_forgotten before delete on "user"
for each row execute function forget_active_person();

-- Counted from: meetings in which somebody contributed. Stays when the meeting is deleted.
create table counted_meeting (
  meeting_id text primary key,
  scope uuid not null,
  team_id uuid not null,
  category text not null,
  contributed_on date not null,
  -- The first day on which two or more people were there and somebody had contributed; it counts as held
  -- then, once, however long it goes on.
  held_on date,
  guests integer not null default 0
);
create index counted_meeting_held on counted_meeting (held_on) where held_on is not null;
call rondo_protect('counted_meeting', null);

-- Days that have changed since they were counted.
create table count_due (day date primary key);

-- One row once something was counted.
create table count_state (
  only_one boolean primary key default true check (only_one),
  counted_to date not null,
  counted_at timestamptz not null default now(),
  took_ms integer not null,
  -- Everything older than this day was deleted from `active_day`; null: nothing was.
  rows_from date
);

-- The counts, kept for ever.
create table active_count (
  scope uuid not null,
  day date not null,
  active integer not null,
  -- Different people in the 28 days up to and with this one.
  active_28 integer not null,
  primary key (scope, day)
);
call rondo_protect('active_count', 'scope = any ((select rondo_organizations())::uuid[])');

create table week_count (
  scope uuid not null,
  week date not null check (extract(isodow from week) = 1),
  active integer not null,
  -- For the first time ever.
  fresh integer not null,
  -- With a meeting that was held.
  teams integer not null,
  primary key (scope, week)
);
call rondo_protect('week_count', 'scope = any ((select rondo_organizations())::uuid[])');

create table meeting_day_count (
  scope uuid not null,
  day date not null,
  category text not null,
  meetings integer not null,
  guests integer not null,
  primary key (scope, day, category)
);
call rondo_protect('meeting_day_count', 'scope = any ((select rondo_organizations())::uuid[])');

create table cohort_count (
  scope uuid not null,
  -- The week in which these people were active for the first time.
  cohort date not null check (extract(isodow from cohort) = 1),
  week date not null check (extract(isodow from week) = 1),
  active integer not null,
  primary key (scope, cohort, week)
);
call rondo_protect('cohort_count', 'scope = any ((select rondo_organizations())::uuid[])');
