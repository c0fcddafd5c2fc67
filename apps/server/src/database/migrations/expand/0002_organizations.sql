-- An organization has teams; people are members of both.

create table organization (
  id uuid primary key,
  name text not null check (name <> ''),
  created_at timestamptz not null default now()
);

create table organization_member (
  organization_id uuid not null references organization (id) on delete cascade,
  user_id uuid not null references "user" (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'member')),
  joined_at timestamptz not null default now(),
  primary key (organization_id, user_id)
);

create index organization_member_by_user on organization_member (user_id);

create table team (
  id uuid primary key,
  organization_id uuid not null references organization (id) on delete cascade,
  name text not null check (name <> ''),
  -- Whether people without an account may come to meetings by link.
  guests text not null default 'lobby' check (guests in ('no', 'lobby', 'yes')),
  -- A meeting ends by itself after so many days without a command.
  idle_end_days bigint not null check (idle_end_days between 1 and 90),
  language text not null check (language in ('en', 'de')),
  created_at timestamptz not null default now()
);

create index team_of_organization on team (organization_id);

create table team_member (
  team_id uuid not null references team (id) on delete cascade,
  user_id uuid not null references "user" (id) on delete cascade,
  role text not null check (role in ('lead', 'member')),
  joined_at timestamptz not null default now(),
  primary key (team_id, user_id)
);

create index team_member_by_user on team_member (user_id);

-- Who owns this server: made with the one-time code that the start prints. One row at most, so that
-- of two people with the code only one becomes the owner.
create table server_owner (
  only_one boolean primary key default true check (only_one),
  user_id uuid not null unique references "user" (id),
  since timestamptz not null default now()
);
