-- Tasks between meetings: a board for each team, private tasks, threads, history, and what reviews said.

-- Who alone sees it: who made it and who owns it; null: everybody in the team. In the row itself, as the
-- rule below reads it for each row.
alter table task add column private_to uuid[];
drop policy person on task;
call rondo_protect('task', 'team_id = any ((select rondo_teams())::uuid[])
  and (private_to is null or (select rondo_person()) = any (private_to))');

-- What the board knows beside the task. A task without a row here (the release before made it) is active
-- and stands in front; it gets its row with the next change on the board.
create table task_board (
  task_id uuid primary key references task (id) on delete cascade,
  team_id uuid not null references team (id) on delete cascade,
  -- Where it stands while it is open.
  stage text not null default 'active' check (stage in ('future', 'active', 'stuck')),
  -- Fractional index among the open tasks of its stage, compared by code unit.
  position text not null collate "C",
  -- Small Markdown.
  details text not null default '',
  -- The #words of text and details, lower case.
  tags text[] not null default '{}',
  -- The title of the meeting's topic that it comes from.
  topic text,
  created_by uuid references "user" (id) on delete set null,
  archived_at timestamptz,
  -- Of text and details: who changes them says which they have read.
  version integer not null default 1
);
create index task_board_of_team on task_board (team_id, stage, position);
call rondo_protect('task_board', 'exists (select from task where task.id = task_id)');

-- Who changed what. The name stays when the account goes.
create table task_event (
  id uuid primary key,
  task_id uuid not null references task (id) on delete cascade,
  team_id uuid not null references team (id) on delete cascade,
  at timestamptz not null default now(),
  by_user uuid references "user" (id) on delete set null,
  -- Null: a meeting decided it.
  by_name text,
  field text not null,
  before text,
  after text
);
create index task_event_of_task on task_event (task_id, at);
call rondo_protect('task_event', 'exists (select from task where task.id = task_id)');

create table task_comment (
  id uuid primary key,
  task_id uuid not null references task (id) on delete cascade,
  team_id uuid not null references team (id) on delete cascade,
  at timestamptz not null default now(),
  by_user uuid references "user" (id) on delete set null,
  by_name text not null,
  text text not null,
  edited_at timestamptz
);
create index task_comment_of_task on task_comment (task_id, at);
call rondo_protect('task_comment', 'exists (select from task where task.id = task_id)');

-- What a meeting that looked at a promise made of it; ending the same meeting again says it anew. Its
-- time is that of the first end.
create table task_review (
  task_id uuid not null references task (id) on delete cascade,
  -- Not a reference, as meetings are deleted.
  meeting_id text not null,
  team_id uuid not null references team (id) on delete cascade,
  at timestamptz not null default now(),
  -- kept: it stays open and was not due yet; missed: it should have been done; renewed: with another day
  -- or owner, or made smaller; asked: it was done before, and people were asked whether it helped.
  result text not null check (result in ('kept', 'missed', 'renewed', 'done', 'dropped', 'asked')),
  primary key (task_id, meeting_id)
);
call rondo_protect('task_review', 'exists (select from task where task.id = task_id)');
