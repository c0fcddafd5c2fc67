-- How somebody wants to be told of what happens. Without a row: as most people want it.

create table notice_settings (
  user_id uuid primary key references "user" (id) on delete cascade,
  -- Of their browser, such as Europe/Berlin; null: not known yet.
  zone text,
  -- Minutes of their day, from 0 to 1439; both or none.
  quiet_from integer,
  quiet_until integer,
  -- When the digest comes, in minutes of their day.
  digest_at integer not null default 480
);
call rondo_protect_by_person('notice_settings');

-- Where a kind is to be told otherwise than usual.
create table notice_way (
  user_id uuid not null references "user" (id) on delete cascade,
  kind text not null,
  way text not null check (way in ('mail', 'digest', 'app', 'never')),
  primary key (user_id, kind)
);
call rondo_protect_by_person('notice_way');

-- Mails that somebody has switched off: everywhere, or of one team.
create table mailing_off (
  user_id uuid not null references "user" (id) on delete cascade,
  mailing text not null,
  team_id uuid references team (id) on delete cascade,
  unique nulls not distinct (user_id, mailing, team_id)
);
call rondo_protect_by_person('mailing_off');
-- Whoever causes a mail has to see who does not want it.
create policy cause on mailing_off for select using (
  user_id in (select user_id from team_member where team_id = any ((select rondo_neighbours())::uuid[]))
);

-- The last day, as it is where they are, on which somebody was sent a digest: two servers send one.
create table digest (
  user_id uuid primary key references "user" (id) on delete cascade,
  day date not null
);
call rondo_protect('digest', null);

-- Where a mail program switches such mails off with one click; null: it cannot be switched off.
alter table mail add column unsubscribe text;
