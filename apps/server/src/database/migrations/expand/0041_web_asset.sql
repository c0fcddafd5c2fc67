-- Files of the web app with a hash in their name, of every release that runs or ran in the last seven
-- days: a page that was loaded from one server may ask any other for the rest of its release.
create table web_asset (
  -- Such as /assets/start-Bx12.js. The hash in it is of what the file says: one path, one content.
  path text primary key,
  -- The content-type.
  type text not null,
  -- As it lies in the build: compressed beforehand where that makes it smaller.
  br bytea,
  gzip bytea,
  identity bytea not null,
  -- When a running release last said that this file is one of its own.
  listed_at timestamptz not null default now()
);
-- They are compressed already.
alter table web_asset alter column br set storage external;
alter table web_asset alter column gzip set storage external;
alter table web_asset alter column identity set storage external;
