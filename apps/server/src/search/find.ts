import type { Found } from '@rondo/contract';
import { markdownText } from '@rondo/design/markdown';
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
const KINDS: readonly Kind[] = ['topic', 'task', 'answer', 'report', 'outcome'];

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
  report_state: 'draft' | 'published' | null;
  at: Date;
  count: number;
}

/**
 * What matches in somebody's teams, and of what their organizations publish, the best first. Throws `not-found` for
 * a team that they are not in.
 * @param db in the name of that person, whose teams the database looks through
 */
export async function find(
  db: Db,
  user: string,
  wanted: Wanted,
): Promise<{ kind: Kind; count: number; found: Found[] }[]> {
  if (wanted.team !== undefined) await needRole(db, user, wanted.team);
  const rows = await matching(db, user, wanted);
  return KINDS.flatMap((kind) => {
    const those = rows.filter((row) => row.kind === kind);
    const [first] = those;
    return first ? [{ kind, count: first.count, found: those.map(told) }] : [];
  });
}

async function matching(db: Db, user: string, wanted: Wanted) {
  const { said, last } = spoken(wanted.words);
  const { team = null, kind = null, from = null, to = null } = wanted;
  const [skip, most] = kind === null ? [0, OF_EACH] : [wanted.skip, OF_ONE];
  const marks = `StartSel=${START}, StopSel=${STOP}`;
  const { rows } = await sql<Row>`
    with asked as (
      select rondo_query(${said}, ${last}) as query
    ), candidate as materialized (
      select found.document_id, found.rank
      from asked, rondo_lookup(
        query, ${team}::uuid, ${kind}, ${from}::date, ${to}::date + 1, ${MOST_LOOKED_AT}
      ) as found
    ), ranked as (
      select document.*, meeting.name as meeting_name, report.state as report_state,
        count(*) over by_kind as count,
        row_number() over (by_kind order by candidate.rank desc, document.at desc, document.id) as nth
      from candidate
      join search_document as document on document.id = candidate.document_id
      left join meeting on meeting.id = document.meeting_id
      left join report on report.id = document.id and document.kind = 'report'
      where (
          exists (select from team_member as own
                  where own.user_id = ${user} and own.team_id = document.team_id)
          or (report.state = 'published' and exists (
            select from team join organization_member as own on own.organization_id = team.organization_id
            where team.id = document.team_id and own.user_id = ${user}))
        )
        and (document.private_to is null or ${user}::uuid = any(document.private_to))
        -- What is running again has no outcome.
        and (document.meeting_id is null or meeting.status = 'ended')
        and (document.kind <> 'report' or report.id is not null)
      window by_kind as (partition by document.kind)
    )
    select ranked.id, ranked.kind, ranked.team_id, team.name as team_name,
      coalesce(ranked.meeting_id, task.meeting_id) as meeting_id,
      coalesce(ranked.meeting_name, task.meeting_name) as meeting_name,
      ranked.task_id, task.status as task_status, ranked.report_state,
      ranked.at, ranked.count::integer as count,
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
  title: inPieces(row.kind === 'task' ? markdownText(row.title) : row.title),
  passage: inPieces(markdownText(row.passage)),
  team: { id: row.team_id, name: row.team_name },
  meeting:
    row.meeting_id !== null && row.meeting_name !== null
      ? { id: row.meeting_id, name: row.meeting_name }
      : null,
  task:
    row.task_id !== null && row.task_status !== null
      ? { id: row.task_id, status: row.task_status }
      : null,
  report: row.report_state === null ? null : { id: row.id, state: row.report_state },
  at: row.at.toISOString(),
});
