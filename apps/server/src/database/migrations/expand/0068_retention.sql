-- How long a team keeps what remains of its meetings. A team without a row here keeps it for ever.
create table team_retention (
  team_id uuid primary key references team (id) on delete cascade,
  months integer not null check (months between 1 and 120),
  -- When the leads were told, and up to which end of a meeting what they were told goes.
  warned_at timestamptz,
  warned_until timestamptz,
  check ((warned_at is null) = (warned_until is null))
);
call rondo_protect('team_retention', 'team_id = any ((select rondo_neighbours())::uuid[])');
