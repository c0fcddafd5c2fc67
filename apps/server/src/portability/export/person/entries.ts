import type { Outcome } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Db } from '../../../database/database.ts';
import { version } from '../../../version.ts';
import type { Entry } from '../../archive/write-zip.ts';
import { fault } from '../../fault.ts';
import { shown, type JsonRecord } from '../records.ts';
import { json } from '../team-entries.ts';
import { pageAbout } from './page.ts';
import { PERSONAL } from './tables.ts';
import { wordsOf } from './words.ts';

/** Everything about a person: their account, what they did, and their words that carry their name. */
export async function planPersonal(
  db: Db,
  user: string,
  at: Date,
): Promise<{ files: number; entries: AsyncIterable<Entry> }> {
  const account = await db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'language', 'created_at'])
    .where('id', '=', user)
    .executeTakeFirst();
  if (!account) throw fault('not-allowed');
  return { files: Object.keys(PERSONAL).length + 4, entries: entriesOf(db, account, at) };
}

interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'de' | null;
  readonly created_at: Date;
}

async function* entriesOf(db: Db, account: Account, at: Date): AsyncGenerator<Entry> {
  const counts: Record<string, number> = {};
  yield {
    path: 'rondo-about-you.json',
    text: json({
      format: 'rondo-about-you',
      version: 1,
      exportedAt: at.toISOString(),
      release: version,
      account: {
        id: account.id,
        name: account.name,
        email: account.email,
        language: account.language,
        createdAt: account.created_at.toISOString(),
      },
    }),
  };
  for (const [name, query] of Object.entries(PERSONAL)) {
    const { rows } = await query(account).execute(db);
    counts[name] = rows.length;
    const records = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [camel(key), shown(value)])),
    );
    yield { path: `${name}.json`, text: json(records) };
  }
  const words = await wordsInMeetings(db, account.id);
  counts['your-words'] = words.length;
  yield { path: 'your-words.json', text: json(words) };
  yield { path: 'about-you.md', text: pageAbout(account, counts, words, at) };
}

const camel = (column: string): string =>
  column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What stands under their name in what remains of meetings they took part in. */
async function wordsInMeetings(db: Db, user: string): Promise<JsonRecord[]> {
  const { rows } = await sql<{
    name: string;
    meeting: string;
    ended_at: Date | null;
    outcome: Outcome;
  }>`
    select participant.name, meeting.name as meeting, meeting.ended_at, outcome.outcome
    from participant
    join meeting on meeting.id = participant.meeting_id
    join outcome on outcome.meeting_id = meeting.id
    where participant.user_id = ${user}
    order by meeting.started_at, meeting.id
  `.execute(db);
  return rows.flatMap(({ name, meeting, ended_at, outcome }) =>
    wordsOf(outcome, name).map((said) => ({ meeting, at: shown(ended_at), ...said })),
  );
}
