-- What outlives the live document of a meeting: where it belongs, who took part, what remained.
-- `meeting.id` is unguessable: whoever holds the link may knock. The log lives in 0010_live.sql.

create table meeting (
  id text primary key check (id ~ '^[A-Za-z0-9]{22}$'),
  team_id uuid not null references team (id) on delete cascade,
  activity_id text not null,
  activity_name jsonb not null,
  hues text[] not null,
  name text not null,
  status text not null check (status in ('running', 'ended')),
  guests text not null check (guests in ('no', 'lobby', 'yes')),
  facilitator text not null,
  people integer not null default 1,
  tasks integer not null default 0,
  started_by uuid references "user" (id) on delete set null,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  -- When somebody last did something; the idle clock starts here.
  active_at timestamptz not null default now(),
  -- When the starter was told that it will end by itself.
  warned_at timestamptz
);

-- A team's page: running and past meetings, the latest first.
create index meeting_of_team on meeting (team_id, status, started_at desc, id desc);
-- The idle worker.
create index meeting_idle on meeting (active_at) where status = 'running';

-- Who somebody is in one meeting. The participant's id is drawn anew for every meeting.
create table participant (
  meeting_id text not null references meeting (id) on delete cascade,
  id text not null,
  user_id uuid references "user" (id) on delete cascade,
  -- SHA-256 of a guest's cookie; null for people with an account.
  guest_key bytea,
  name text not null,
  joined_at timestamptz not null default now(),
  primary key (meeting_id, id),
  check ((user_id is null) <> (guest_key is null))
);
create unique index participant_of_user on participant (meeting_id, user_id);
create unique index participant_of_guest on participant (meeting_id, guest_key);
create index participant_user on participant (user_id);

-- What remains. Hands, ledger and log are deleted in the transaction that writes this row.
create table outcome (
  meeting_id text primary key references meeting (id) on delete cascade,
  outcome jsonb not null,
  stored_at timestamptz not null default now()
);

-- Invitations into a team, and on into a running meeting. The token is stored as SHA-256 only.
create table invitation (
  id uuid primary key,
  team_id uuid not null references team (id) on delete cascade,
  meeting_id text references meeting (id) on delete set null,
  token_hash bytea not null,
  -- Null: a link for anyone who has it. Otherwise it works once, for this address.
  email text,
  invited_by uuid not null references "user" (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz,
  uses integer not null default 0
);
create unique index invitation_token on invitation (token_hash);
create index invitation_of_team on invitation (team_id, created_at desc);
