-- Reports that a team publishes: drafts made of meetings, published posts, their readers.

-- A team's reports as a whole. Made with the first report, or when somebody first looks at the settings.
create table report_channel (
  team_id uuid primary key references team (id) on delete cascade,
  -- What all reports together are called; null: as the team.
  title text,
  -- For the public list and its feed; cannot be guessed.
  key text not null unique,
  -- The number of the next draft. Goes up only, so that no number is ever given twice.
  next_number integer not null default 1,
  -- The figures that new drafts show.
  figures text[] not null default '{meetings,tasks,people}'
);
call rondo_protect_by_team('report_channel');

create table report (
  id uuid primary key,
  team_id uuid not null references team (id) on delete cascade,
  -- The meeting that made it; the report outlives it.
  meeting_id text references meeting (id) on delete set null,
  number integer not null,
  -- Words, as the contract's ReportContent has them.
  content jsonb not null,
  -- What was counted for it, before anybody chose.
  figures jsonb not null default '[]',
  author_user uuid references "user" (id) on delete set null,
  -- Stays when the account goes.
  author_name text not null,
  state text not null default 'draft' check (state in ('draft', 'published')),
  audience text not null default 'private' check (audience in ('private', 'public')),
  -- For the public page; cannot be guessed.
  key text not null unique,
  -- Goes up with every change: who saves says which one they have read.
  version integer not null default 1,
  -- To the millisecond, as programs outside see it: pages start behind this time.
  created_at timestamptz(3) not null default now(),
  changed_at timestamptz(3) not null default now(),
  -- The lines that the meeting has told so far; who took one out of the draft does not get it again.
  told text[] not null default '{}',
  -- Somebody has edited the draft after its meeting.
  edited boolean not null default false,
  -- The first time; stays when it is taken back.
  published_at timestamptz(3),
  -- Of what readers see.
  updated_at timestamptz(3),
  unique (team_id, number)
);
create unique index report_of_meeting on report (meeting_id);
create index report_of_team on report (team_id, created_at desc, id desc);
create index report_published on report (team_id, published_at desc) where state = 'published';
call rondo_protect_by_team('report');
-- Colleagues read what is published, in public or not.
create policy reader on report for select using (
  state = 'published' and team_id = any ((select rondo_neighbours())::uuid[])
);

-- What a published report said before, and why it was changed.
create table report_correction (
  id uuid primary key,
  report_id uuid not null references report (id) on delete cascade,
  at timestamptz(3) not null default now(),
  by_user uuid references "user" (id) on delete set null,
  by_name text not null,
  note text not null,
  before jsonb not null
);
create index report_correction_of_report on report_correction (report_id, at);
call rondo_protect('report_correction', 'exists (select from report where report.id = report_id)');

-- What readers have said to the team.
create table report_feedback (
  id uuid primary key,
  report_id uuid not null references report (id) on delete cascade,
  team_id uuid not null references team (id) on delete cascade,
  at timestamptz(3) not null default now(),
  -- Null: somebody from outside.
  user_id uuid references "user" (id) on delete set null,
  name text,
  text text not null
);
create index report_feedback_of_report on report_feedback (report_id, at);
call rondo_protect_by_team('report_feedback');

-- People outside who get public reports by mail, once they have confirmed that the address is theirs.
-- Nobody signed in may read addresses here; whoever leads the team learns how many there are.
create table report_subscriber (
  id uuid primary key,
  team_id uuid not null references team (id) on delete cascade,
  email text not null,
  asked_at timestamptz not null default now(),
  confirmed_at timestamptz,
  unique (team_id, email)
);
call rondo_protect('report_subscriber', null);

-- Members who get the team's reports by mail.
create table report_reader (
  id uuid primary key,
  team_id uuid not null references team (id) on delete cascade,
  user_id uuid not null references "user" (id) on delete cascade,
  unique (team_id, user_id)
);
call rondo_protect('report_reader',
  'user_id = (select rondo_person()) and team_id = any ((select rondo_neighbours())::uuid[])');

-- A mail of a report to one address: whatever is repeated, it is queued once.
create table report_mailing (
  report_id uuid not null references report (id) on delete cascade,
  -- A hash of the address.
  recipient text not null,
  at timestamptz not null default now(),
  primary key (report_id, recipient)
);
call rondo_protect('report_mailing', null);

-- Secret links to a feed with private reports too, each of one person.
create table report_feed (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  team_id uuid not null references team (id) on delete cascade,
  unique (user_id, team_id)
);
call rondo_protect_by_person('report_feed');
