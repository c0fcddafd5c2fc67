-- Codes mailed to people who want their account erased, to show that it is they. SHA-256 of the code.
create table erasure_code (
  user_id uuid primary key references "user" (id) on delete cascade,
  code_hash bytea not null,
  expires_at timestamptz not null
);
create index erasure_code_by_expiry on erasure_code (expires_at);
call rondo_protect('erasure_code', null);
