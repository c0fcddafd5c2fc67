# Makes the role and the database of Rondo: one that owns its database, and may do nothing else.
psql -v ON_ERROR_STOP=1 -v password="$POSTGRES_PASSWORD" --username postgres <<'SQL'
create role rondo login password :'password';
create database rondo owner rondo;
SQL
