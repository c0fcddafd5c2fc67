-- An organization that is deleted takes its own counts along. What was counted of it for the whole server
-- stays: its rows belong to no organization from then on, so that counting again gives the same.

create function forget_counted_organization() returns trigger language plpgsql as $$
declare
  nowhere uuid := '00000000-0000-0000-0000-000000000000';
  scope_before text := current_setting('rondo.scope', true);
begin
  -- As in 0050: persons see no row of these tables.
  perform set_config('rondo.scope', 'rule', true);
  insert into active_day (day, scope, user_id)
  select day, nowhere, user_id from active_day where scope = old.id
  on conflict do nothing;
  delete from active_day where scope = old.id;
  delete from first_active where scope = old.id;
  update counted_meeting set scope = nowhere where scope = old.id;
  delete from active_count where scope = old.id;
  delete from week_count where scope = old.id;
  delete from meeting_day_count where scope = old.id;
  delete from cohort_count where scope = old.id;
  perform set_config('rondo.scope', coalesce(scope_before, ''), true);
  return old;
end
$$;
create trigger counted_organization_forgotten before delete on organization
for each row execute function forget_counted_organization();
