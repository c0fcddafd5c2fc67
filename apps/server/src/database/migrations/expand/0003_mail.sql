-- Mails, written in the transaction of their cause. With no mail server they stay here, as an outbox
-- that the owner of the server reads.

create table mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  html text not null,
  text text not null,
  kind text not null,
  state text not null default 'queued' check (state in ('queued', 'kept', 'sent', 'failed')),
  tries bigint not null default 0,
  error text,
  -- To the millisecond, as programs outside see it: pages of the outbox start behind this time.
  at timestamptz(3) not null default now()
);

create index mail_by_time on mail (at, id);
