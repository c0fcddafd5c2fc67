import { sql } from 'kysely';
import type { Check } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, withoutDatabase } from '../finding.ts';

const id = 'database-role';

interface Role {
  name: string;
  superuser: boolean;
  bypass: boolean;
  replication: boolean;
  roles: boolean;
}

/** Who gets hold of the server should not get hold of the machine of the database. */
export const databaseRole: Check<DoctorContext> = {
  id,
  means: 'the server may do with PostgreSQL what it needs, and no more',
  scope: 'shared',
  run: async ({ db }) => {
    if (!db) return withoutDatabase(id);
    const { rows } = await sql<Role>`
      select rolname as name, rolsuper as superuser, rolbypassrls as bypass,
             rolreplication as replication, rolcreaterole as roles
      from pg_roles where rolname = current_user`.execute(db);
    const [role] = rows;
    const more = role ? tooMuchOf(role) : [];
    return [
      finding(id, more.length > 0 ? 'failure' : 'ok', {
        measured: more.length > 0 ? `the role may ${more.join(', ')}` : 'an ordinary role',
        threshold: 'an ordinary role that owns its database',
        repair:
          "As superuser: `CREATE ROLE rondo LOGIN PASSWORD '…'; ALTER DATABASE … OWNER TO rondo;`, in that database `REASSIGN OWNED BY … TO rondo;` unless the old role is `postgres` (then change the owner of each table), and put rondo into DATABASE_URL. If only a right is too much: `ALTER ROLE … NOSUPERUSER NOBYPASSRLS NOREPLICATION NOCREATEROLE;`",
        data: { rights: more.join(', ') },
      }),
    ];
  },
};

const tooMuchOf = ({ superuser, bypass, replication, roles }: Role): string[] => [
  ...(superuser ? ['everything (SUPERUSER)'] : []),
  ...(bypass ? ['read every row (BYPASSRLS)'] : []),
  ...(replication ? ['copy everything (REPLICATION)'] : []),
  ...(roles ? ['make roles (CREATEROLE)'] : []),
];
