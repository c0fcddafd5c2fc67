-- What somebody wants to find again quickly in the library. Built-in activities are files, so their id
-- refers to no table.

create table favourite (
  user_id uuid not null references "user" (id) on delete cascade,
  activity_id text not null,
  since timestamptz not null default now(),
  primary key (user_id, activity_id)
);
