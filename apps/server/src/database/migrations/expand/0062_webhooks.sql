-- Others that are told what happens: a team's chat, or programs of a team or an organization.

create table webhook (
  id uuid primary key,
  organization_id uuid references organization (id) on delete cascade,
  team_id uuid references team (id) on delete cascade,
  -- What is sent: signed JSON (`standard`), or what a chat shows.
  form text not null check (form in ('standard', 'slack', 'mattermost', 'teams', 'discord')),
  name text not null,
  -- Sealed with the server's secret: who has the address of a chat may write there.
  address bytea not null,
  -- Host and last characters: enough to tell one from another.
  address_shown text not null,
  -- What deliveries are signed with, sealed too; null for chats.
  secret bytea,
  -- Goes on beside the new one for a day.
  old_secret bytea,
  old_secret_until timestamptz,
  events text[] not null,
  is_on boolean not null default true,
  -- Since when nothing has arrived; null: the last delivery did.
  failing_since timestamptz,
  -- Switched off by itself, after days of failures.
  gave_up_at timestamptz,
  created_by uuid references "user" (id) on delete set null,
  created_at timestamptz not null default now(),
  check ((organization_id is null) <> (team_id is null))
);
create index webhook_of_team on webhook (team_id);
create index webhook_of_organization on webhook (organization_id);
call rondo_protect('webhook', 'team_id = any ((select rondo_neighbours())::uuid[])
  or organization_id = any ((select rondo_organizations())::uuid[])');

-- What has happened and was not yet passed on, in the transaction of its cause.
create table webhook_event (
  id uuid primary key,
  kind text not null,
  team_id uuid references team (id) on delete cascade,
  organization_id uuid references organization (id) on delete cascade,
  -- Ids and words of closed lists.
  about jsonb not null default '{}',
  at timestamptz not null default now()
);
call rondo_protect('webhook_event', null);
create policy cause on webhook_event for insert with check (true);

create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook (id) on delete cascade,
  -- The same at every attempt, by which a receiver knows a repetition.
  message text not null,
  event text not null,
  -- Ids, names of meetings and teams, and links: never what people wrote in a meeting.
  payload jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0,
  -- Also how long whoever works on it has it for themselves.
  next_try_at timestamptz not null default now(),
  -- Of each attempt: when, which status, how many ms, and what went wrong.
  attempts jsonb not null default '[]',
  at timestamptz(3) not null default now()
);
create index webhook_delivery_of on webhook_delivery (webhook_id, at desc, id desc);
create index webhook_delivery_due on webhook_delivery (next_try_at) where state = 'waiting';
create index webhook_delivery_old on webhook_delivery (at);
call rondo_protect('webhook_delivery',
  'exists (select from webhook where webhook.id = webhook_id)');
