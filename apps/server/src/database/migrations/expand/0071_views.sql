-- How often pages are looked at. No person, cookie, address or id is in these tables.

create table page_view (
  day date not null,
  -- A pattern, such as `/teams/$team`.
  page text not null,
  views integer not null,
  primary key (day, page)
);
call rondo_protect('page_view', null);

create table visitor_count (
  day date primary key,
  visitors integer not null
);
call rondo_protect('visitor_count', null);

-- Tells visitors of one day apart. The salt goes after 48 hours, with what was hashed with it. In a schema of
-- its own, because backups hold `public` alone: no copy of these rows outlives them.
create schema if not exists fleeting;

create table if not exists fleeting.visitor_salt (
  day date primary key,
  salt bytea not null default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
);

create table if not exists fleeting.visitor (
  day date not null,
  hash bytea not null,
  primary key (day, hash)
);
