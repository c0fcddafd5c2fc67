import type { Found } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { needRole } from '../teams/access.ts';
import { inPieces, START, STOP } from './pieces.ts';
import { spoken } from './spoken.ts';

type Kind = Found['kind'];

export interface Wanted {
  words: string;
  team?: string | undefined;
  kind?: Kind | undefined;
  from?: string | undefined;
  to?: string | undefined;
  skip: number;
}

/** Only so many of the newest that match are put in order: a word that is everywhere must not cost seconds. */
const MOST_LOOKED_AT = 1_000;
/** How many of each kind where none is asked for, and of one kind at a time. */
const OF_EACH = 5;
const OF_ONE = 30;

/** How passages are cut. */
const PASSAGE = 'MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "';

/** In which order kinds are shown. */
const KINDS: readonly Kind[] = ['topic', 'task', 'answer', 'outcome'];

interface Row {
  id: string;
  kind: Kind;
  title: string;
  passage: string;
  team_id: string;
  team_name: string;
  meeting_id: string | null;
  meeting_name: string | null;
  task_id: string | null;
  task_status: 'open' | 'done' | 'dropped' | null;
  at: Date;
  count: number;
}

/** What matches in somebody's teams, the best first. Throws `not-found` for a team that they are not in. */
export async function find(
  db: Db,
  user: string,
  wanted: Wanted,
): Promise<{ kind: Kind; count: number; found: Found[] }[]> {
  const teams = wanted.team === undefined ? await teamsOf(db, user) : [wanted.team];
  if (wanted.team !== undefined) await needRole(db, user, wanted.team);
  if (teams.length === 0) return [];
  const rows = await matching(db, user, teams, wanted);
  return KINDS.flatMap((kind) => {
    const those = rows.filter((row) => row.kind === kind);
    const [first] = those;
    return first ? [{ kind, count: first.count, found: those.map(told) }] : [];
  });
}

async function teamsOf(db: Db, user: string): Promise<string[]> {
  const rows = await db
    .selectFrom('team_member')
    .select('team_id')
    .where('user_id', '=', user)
    .execute();
  return rows.map((row) => row.team_id);
}

async function matching(db: Db, user: string, teams: readonly string[], wanted: Wanted) {
  const { said, last } = spoken(wanted.words);
  const { kind, from, to } = wanted;
  const [skip, most] = kind === undefined ? [0, OF_EACH] : [wanted.skip, OF_ONE];
  // As words of the index; ids have no quote in them.
  const where = [
    teams.map((team) => `'team=${team}'`).join('|'),
    ...(kind === undefined ? [] : [`'kind=${kind}'`]),
  ];
  const within = where.map((each) => `(${each})`).join('&');
  const marks = `StartSel=${START}, StopSel=${STOP}`;
  const { rows } = await sql<Row>`
    with asked as (
      select rondo_query(${said}, ${last}) as query
    ), candidate as (
      select document_id, words from search_words, asked
      where numnode(query) > 0 and words @@ (query && ${within}::tsquery)
        and at >= coalesce(${from ?? null}::date, '-infinity')
        and at < coalesce(${to ?? null}::date + 1, 'infinity')
      order by at desc
      limit ${MOST_LOOKED_AT}
    ), ranked as (
      select document.*, meeting.name as meeting_name, count(*) over by_kind as count,
        row_number() over (by_kind order by ts_rank(candidate.words, query) desc, document.at desc, document.id)
          as nth
      from candidate
      cross join asked
      join search_document as document on document.id = candidate.document_id
      left join meeting on meeting.id = document.meeting_id
      where document.team_id = any(${teams}::uuid[])
        and (document.private_to is null or ${user}::uuid = any(document.private_to))
        -- What is running again has no outcome.
        and (document.meeting_id is null or meeting.status = 'ended')
      window by_kind as (partition by document.kind)
    )
    select ranked.id, ranked.kind, ranked.team_id, team.name as team_name,
      coalesce(ranked.meeting_id, task.meeting_id) as meeting_id,
      coalesce(ranked.meeting_name, task.meeting_name) as meeting_name,
      ranked.task_id, task.status as task_status, ranked.at, ranked.count::integer as count,
      rondo_marked(ranked.language, ranked.title, query, ${START}, ${`${marks}, HighlightAll=true`}) as title,
      rondo_marked(ranked.language, ranked.body, query, ${START}, ${`${marks}, ${PASSAGE}`}) as passage
    from ranked
    cross join asked
    join team on team.id = ranked.team_id
    left join task on task.id = ranked.task_id
    where nth > ${skip} and nth <= ${skip + most}
    order by ranked.kind, nth`.execute(db);
  return rows;
}

const told = (row: Row): Found => ({
  id: row.id,
  kind: row.kind,
  title: inPieces(row.title),
  passage: inPieces(row.passage),
  team: { id: row.team_id, name: row.team_name },
  meeting:
    row.meeting_id !== null && row.meeting_name !== null
      ? { id: row.meeting_id, name: row.meeting_name }
      : null,
  task:
    row.task_id !== null && row.task_status !== null
      ? { id: row.task_id, status: row.task_status }
      : null,
  at: row.at.toISOString(),
});
