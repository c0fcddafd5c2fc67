-- How many people somebody has invited by mail, and whether anybody ever came: of whom nobody comes is
-- taken for one who sends unwanted mail.
create table inviting (
  user_id uuid primary key references "user" (id) on delete cascade,
  mailed integer not null default 0,
  accepted integer not null default 0
);
insert into inviting (user_id, mailed, accepted)
select invited_by, count(*), count(used_at) from invitation where email is not null group by invited_by;
call rondo_protect('inviting', null);
