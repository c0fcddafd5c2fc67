-- What organizations and teams are between meetings: who pays, which teams are open, what people are told.

-- Who looks after plans and payment beside being a member; owners do so anyway. A table of its own, as
-- earlier releases know no such role.
create table organization_billing (
  organization_id uuid not null,
  user_id uuid not null,
  primary key (organization_id, user_id),
  foreign key (organization_id, user_id)
    references organization_member (organization_id, user_id) on delete cascade
);
call rondo_protect_by_organization('organization_billing');

-- A team without a row here is open and private.
create table team_state (
  team_id uuid primary key references team (id) on delete cascade,
  -- Public: anybody in the organization may join.
  is_public boolean not null default false,
  -- Put away: everything can be read, nothing changed; counts for no limit.
  archived_at timestamptz,
  -- More than the plan allows: read-only from then on. Set when the plan is left, a notice period ahead.
  read_only_from timestamptz,
  -- Reminders of the notice period that were sent.
  reminders integer not null default 0
);
call rondo_protect('team_state', 'team_id = any ((select rondo_neighbours())::uuid[])');

-- What somebody is told. `about` has ids, figures and names of closed lists, never what people wrote:
-- that is looked up when it is shown, so that nobody reads here what they may not see any more.
create table notification (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  kind text not null,
  team_id uuid references team (id) on delete cascade,
  about jsonb not null default '{}',
  -- The same is told once: such as a task's id where it fell due.
  once text,
  -- To the millisecond, as programs outside see it: pages start behind this time.
  at timestamptz(3) not null default now(),
  read_at timestamptz,
  -- Part of a digest that was mailed, or not to be mailed.
  digested_at timestamptz
);
create index notification_of_person on notification (user_id, at desc, id desc);
create index notification_unread on notification (user_id) where read_at is null;
create index notification_to_mail on notification (at) where read_at is null and digested_at is null;
create unique index notification_once on notification (user_id, kind, once);
call rondo_protect_by_person('notification');
-- Anybody's act may cause one.
create policy cause on notification for insert with check (true);
