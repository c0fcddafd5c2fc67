-- Plans of organizations, and what the payment service knows of them.

-- An organization without a row here has the plan `free`. Which plans there are, and what they allow, is
-- data of the server's code (`plans/plans.ts`).
create table organization_plan (
  organization_id uuid primary key references organization (id) on delete cascade,
  plan text not null,
  -- `server`: set by the owner of the server, payment leaves it alone; `billing`: by what is paid for.
  set_by text not null,
  changed_at timestamptz not null default now()
);
call rondo_protect('organization_plan', null);
-- Read by its members; changed by what may change a plan alone, which sees every row.
create policy reader on organization_plan for select using (
  organization_id = any ((select rondo_organizations())::uuid[])
);

-- Teams that an owner has chosen to stay open where there are more of them than the plan allows.
create table team_kept (
  team_id uuid primary key references team (id) on delete cascade
);
call rondo_protect('team_kept', 'team_id = any ((select rondo_neighbours())::uuid[])');

-- An organization as the payment service knows it; its state is copied from there, never reckoned here.
create table billing_account (
  organization_id uuid primary key references organization (id) on delete cascade,
  customer text not null unique,
  subscription text unique,
  -- In the words of the payment service: active, past_due, canceled…
  status text,
  -- As the payment service last took them.
  seats integer,
  paid_until timestamptz,
  -- Cancelled, and paid until then.
  ends boolean not null default false
);
call rondo_protect('billing_account', null);
create policy reader on billing_account for select using (
  organization_id = any ((select rondo_organizations())::uuid[])
);

-- Messages of the payment service that were handled, so that each has its effect once.
create table billing_event (
  id text primary key,
  at timestamptz not null default now()
);
create index billing_event_at on billing_event (at);
call rondo_protect('billing_event', null);
