-- Accounts that somebody asked for and whose mailed link was not followed yet. No account exists
-- until then, so an address that is not theirs cannot be taken.

create table sign_up (
  -- SHA-256 of the token in the link.
  token_hash bytea primary key,
  email text not null,
  name text not null,
  -- As better-auth hashes it (scrypt).
  password_hash text not null,
  language text not null check (language in ('en', 'de')),
  -- Whether to make an organization and a first team: not for who comes by an invitation.
  with_team boolean not null,
  expires_at timestamptz not null
);

create index sign_up_by_expiry on sign_up (expires_at);

-- The one-time code that makes the first account the owner of the server.
create table claim_code (
  only_one boolean primary key default true check (only_one),
  code_hash bytea not null,
  made_at timestamptz not null default now()
);
