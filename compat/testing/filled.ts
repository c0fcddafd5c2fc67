import pg from 'pg';

/**
 * Fills what grows with a server: meetings with their logs, people in them, outcomes, mails, promises.
 * What these rows refer to is not there; locks and time do not depend on it.
 * @param asSuperuser the database, for a role that may leave references unchecked
 * @param rows of each table
 */
export async function fill(asSuperuser: string, rows: number): Promise<void> {
  const client = new pg.Client({ connectionString: asSuperuser });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    for (const statement of FILLING) await client.query(statement, [rows]);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

const TEXT = `repeat(md5(i::text), 3)`;
const KEY = `rpad(i::text, 22, 'x')`;
const UUID = `md5(i::text)::uuid`;

const FILLING = [
  `insert into meeting_head select ${KEY}, i from generate_series(1, $1::int) i`,
  `insert into meeting_patch (meeting_id, seq, body) select ${KEY}, i, ${TEXT} from generate_series(1, $1::int) i`,
  `insert into meeting_snapshot select ${KEY}, i, ${TEXT} from generate_series(1, $1::int) i`,
  `insert into meeting (id, team_id, activity_id, activity_name, hues, name, status, guests, facilitator)
   select ${KEY}, ${UUID}, 'four-ls', '"x"', '{}', ${TEXT}, 'ended', 'no', 'x' from generate_series(1, $1::int) i`,
  `insert into participant (meeting_id, id, user_id, name)
   select ${KEY}, i::text, ${UUID}, ${TEXT} from generate_series(1, $1::int) i`,
  `insert into outcome (meeting_id, outcome)
   select ${KEY}, jsonb_build_object('name', ${TEXT}) from generate_series(1, $1::int) i`,
  `insert into mail (id, recipient, subject, html, text, kind)
   select ${UUID}, 'x', 'x', 'x', ${TEXT}, 'outcome' from generate_series(1, $1::int) i`,
  `insert into task (id, team_id, meeting_id, meeting_name, meeting_task, place, text)
   select ${UUID}, ${UUID}, ${KEY}, 'x', 'x', 1, ${TEXT} from generate_series(1, $1::int) i`,
];
