-- Who is asked for by a person sees rows of their own organizations and teams alone, whatever the
-- statement says. Connections that work for persons say so when they are opened (`rondo.scope` =
-- `person`) and name the person before each piece of work (`rondo.person`); one that forgets to sees
-- nothing. All others, those of the release before among them, work for the server itself and see all.
-- FORCE, because tables belong to the role that the server signs in with.

create function rondo_for_all() returns boolean language sql stable as $$
  select current_setting('rondo.scope', true) is distinct from 'person'
$$;

create function rondo_person() returns uuid language sql stable as $$
  select nullif(current_setting('rondo.person', true), '')::uuid
$$;

-- Makes a function that answers the ids which `query` finds. The query looks at tables with such rules
-- itself, which would go round in circles: for this one statement the rules are off.
create procedure rondo_make_ids(name text, ids text, query text) language plpgsql as $make$
begin
  execute format($function$
create function %I() returns uuid[] language plpgsql stable as $$
declare
  scope text := current_setting('rondo.scope', true);
  found uuid[];
begin
  perform set_config('rondo.scope', 'rule', true);
  select coalesce(array_agg(%s), '{}') into found
  %s;
  perform set_config('rondo.scope', coalesce(scope, ''), true);
  return found;
end
$$
$function$, name, ids, query);
end
$make$;

call rondo_make_ids('rondo_organizations', 'organization_id',
  'from organization_member where user_id = rondo_person()');
call rondo_make_ids('rondo_teams', 'team_id',
  'from team_member where user_id = rondo_person()');
-- All teams of the person's organizations, whether the person is in them or not.
call rondo_make_ids('rondo_neighbours', 'team.id',
  'from organization_member
  join team on team.organization_id = organization_member.organization_id
  where organization_member.user_id = rondo_person()');
drop procedure rondo_make_ids(text, text, text);

-- What later migrations call for each of their tables. `rule` is a condition on a row, true for the
-- rows that the person may read and write; null: persons get none.
create procedure rondo_protect(protected regclass, rule text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format(
    'create policy person on %s using ((select rondo_for_all()) or coalesce(%s, false))',
    protected, coalesce(rule, 'false')
  );
end
$$;

-- Rules that many tables share.
create procedure rondo_protect_by_team(protected regclass) language sql as $$
  call rondo_protect(protected, 'team_id = any ((select rondo_teams())::uuid[])')
$$;

create procedure rondo_protect_by_organization(protected regclass) language sql as $$
  call rondo_protect(protected, 'organization_id = any ((select rondo_organizations())::uuid[])')
$$;

create procedure rondo_protect_by_person(protected regclass) language sql as $$
  call rondo_protect(protected, 'user_id = (select rondo_person())')
$$;

-- Colleagues see who is where: a team in their organization is joined, or asked to be.
call rondo_protect('organization', 'id = any ((select rondo_organizations())::uuid[])');
call rondo_protect_by_organization('organization_member');
call rondo_protect_by_organization('team');
call rondo_protect('team_member', 'team_id = any ((select rondo_neighbours())::uuid[])');
call rondo_protect('"user"', 'id = (select rondo_person()) or exists (
  select from organization_member where organization_member.user_id = "user".id)');

call rondo_protect_by_team('meeting');
call rondo_protect('participant', 'exists (select from meeting where meeting.id = meeting_id)');
call rondo_protect('outcome', 'exists (select from meeting where meeting.id = meeting_id)');
call rondo_protect('meeting_due', 'exists (select from meeting where meeting.id = meeting_id)');
call rondo_protect('reminder', 'exists (select from meeting where meeting.id = meeting_id)');
call rondo_protect_by_team('invitation');
call rondo_protect_by_team('series');
call rondo_protect('occurrence', 'exists (select from series where series.id = series_id)');
call rondo_protect_by_team('task');
call rondo_protect_by_team('team_agenda');
call rondo_protect_by_team('custom_activity');
call rondo_protect('custom_activity_version',
  'exists (select from custom_activity where custom_activity.id = activity_id)');
-- Read by more people than may change it.
create policy reader on custom_activity for select using (
  share = 'server'
  or (share = 'organization' and team_id = any ((select rondo_neighbours())::uuid[]))
);
call rondo_protect_by_person('calendar');
call rondo_protect_by_person('favourite');

-- Secrets of sign-in, and documents with everybody's hands.
call rondo_protect('session', null);
call rondo_protect('account', null);
call rondo_protect('verification', null);
call rondo_protect('sign_up', null);
call rondo_protect('claim_code', null);
call rondo_protect('meeting_head', null);
call rondo_protect('meeting_patch', null);
call rondo_protect('meeting_snapshot', null);

-- Anybody's act may cause a mail; nobody reads those of others.
call rondo_protect('mail', null);
create policy cause on mail for insert with check (true);
