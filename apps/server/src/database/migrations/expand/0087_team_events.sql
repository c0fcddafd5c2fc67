-- What has happened to a team as a whole, for its timeline, where no other table tells it. Members read it; the audit
-- trail, which tells more, is the owner's.
create table team_event (
  id uuid primary key,
  team_id uuid not null references team (id) on delete cascade,
  at timestamptz not null default now(),
  kind text not null check (kind in ('joined', 'left', 'removed', 'archived', 'restored', 'moved', 'merged')),
  -- Of those about a person. The name stays when the account goes.
  user_id uuid references "user" (id) on delete set null,
  -- The person's, or what the organization was called that the team came from, or the team that became part of it.
  name text not null default ''
);
create index team_event_of_team on team_event (team_id, at);
call rondo_protect_by_team('team_event');
-- Owners and admins of the organization, who need not be in the team, cause some of it.
create policy cause on team_event for insert with check (
  team_id = any ((select rondo_neighbours())::uuid[])
);
