-- What was done by whom to accounts, teams, meetings and the server itself. Only ever added to.
-- Every row holds a hash over itself and the row before, so that nobody changes one unnoticed.

create table audit (
  id uuid primary key default gen_random_uuid(),
  -- 1, 2, 3 … without gaps; given together with the hash when the transaction of the act commits.
  n bigint unique,
  at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  act text not null,
  -- The account that did it; null: a guest, somebody unknown, or the server by itself.
  actor text,
  -- The network it came from: the first 24 bits of an IPv4 address, 48 of an IPv6 address.
  network text,
  -- Ids, figures and closed lists of words as a JSON object; no name, mail address or text of anybody.
  about text not null,
  hash bytea
);

-- Seen again whenever people of a meeting change; written down once.
create unique index audit_removed_once on audit (about) where act = 'participant-removed';

-- What a row says, as it is hashed.
create function audit_content(entry audit) returns text language sql stable as $$
  select concat_ws(
    E'\n',
    entry.n::text,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    entry.act,
    coalesce('=' || entry.actor, ''),
    coalesce('=' || entry.network, ''),
    entry.about
  )
$$;

-- Runs last in its transaction: who waits here for another one holds it up no longer than a commit takes.
create function audit_seal() returns trigger language plpgsql as $$
declare
  entry audit;
  latest audit;
begin
  perform pg_advisory_xact_lock(7303014042);
  select * into latest from audit where n is not null order by n desc limit 1;
  entry := new;
  entry.n := coalesce(latest.n, 0) + 1;
  entry.at := date_trunc('milliseconds', clock_timestamp());
  update audit
  set
    n = entry.n,
    at = entry.at,
    hash = sha256(convert_to(
      coalesce(encode(latest.hash, 'hex'), '') || E'\n' || audit_content(entry),
      'UTF8'
    ))
  where id = entry.id;
  return null;
end
$$;

-- Rows of a backup come sealed, and stay as they are.
create constraint trigger audit_sealed_at_commit
after insert on audit
deferrable initially deferred
for each row when (new.n is null)
execute function audit_seal();

create function audit_keep() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.n is null and (old.id, old.act, old.actor, old.network, old.about)
      is not distinct from (new.id, new.act, new.actor, new.network, new.about)
    then
      return new;
    end if;
  end if;
  raise exception 'the audit log is only ever added to';
end
$$;

create trigger audit_rows_stay
before update or delete on audit
for each row execute function audit_keep();

create trigger audit_stays
before truncate on audit
for each statement execute function audit_keep();
