-- People and how they sign in. The columns are those that better-auth 1.7 reads and writes; its own
-- migrations are never run.

create table "user" (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  language text check (language in ('en', 'de')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table session (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index session_of_user on session (user_id);
create index session_by_expiry on session (expires_at);

-- One way to sign in: a password, later an identity provider.
create table account (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);

create index account_of_user on account (user_id);

-- Tokens of mailed links, hashed.
create table verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index verification_by_identifier on verification (identifier);
create index verification_by_expiry on verification (expires_at);

-- How often somebody asked for what may be asked only so often; better-auth counts here.
create table rate_limit (
  id uuid primary key,
  key text not null unique,
  count bigint not null,
  last_request bigint not null
);
