-- How people come into organizations and teams beside by invitation.

-- Without a row: nobody comes by themselves.
create table organization_joining (
  organization_id uuid primary key references organization (id) on delete cascade,
  way text not null check (way in ('off', 'ask', 'join'))
);
call rondo_protect_by_organization('organization_joining');

-- Mail domains that somebody of the organization has shown to control an address of. Several
-- organizations may share one, as the parts of a large company do.
create table organization_domain (
  organization_id uuid not null references organization (id) on delete cascade,
  domain text not null check (domain = lower(domain)),
  verified_by uuid references "user" (id) on delete set null,
  verified_at timestamptz not null default now(),
  primary key (organization_id, domain)
);
create index organization_domain_by_name on organization_domain (domain);
call rondo_protect_by_organization('organization_domain');

-- Links that were mailed to an address of a domain.
create table domain_proof (
  -- SHA-256 of the token in the link.
  token_hash bytea primary key,
  organization_id uuid not null references organization (id) on delete cascade,
  domain text not null,
  asked_by uuid not null references "user" (id) on delete cascade,
  expires_at timestamptz not null
);
create index domain_proof_by_expiry on domain_proof (expires_at);
call rondo_protect('domain_proof', null);

-- Somebody asks to join a team, or an organization alone. One that was answered or taken back is gone:
-- what was answered is in the audit log.
create table join_request (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  organization_id uuid not null references organization (id) on delete cascade,
  team_id uuid references team (id) on delete cascade,
  asked_at timestamptz not null default now(),
  unique nulls not distinct (user_id, organization_id, team_id)
);
create index join_request_of_organization on join_request (organization_id, asked_at);
create index join_request_of_team on join_request (team_id);
call rondo_protect('join_request',
  'user_id = (select rondo_person()) or organization_id = any ((select rondo_organizations())::uuid[])');

-- Whoever answers a request sees who asks.
create policy asker on "user" for select using (
  exists (select from join_request where join_request.user_id = "user".id)
);
