-- How often what is limited was used, in the layout that rate-limiter-flexible reads and writes.

create table limit_count (
  key text primary key,
  points bigint not null default 0,
  -- Milliseconds since 1970.
  expire bigint
);

create index limit_count_by_expiry on limit_count (expire);
