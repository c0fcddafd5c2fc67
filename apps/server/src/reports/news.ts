import type { BroughtNews, Outcome, OutcomePart } from '@rondo/meeting';
import type { Db } from '../database/database.ts';

/** Where a team has no report yet, so many days are looked back on. */
const FIRST_DAYS = 7;
/** The most of each kind: what is offered is to be read in a minute. */
const MOST_TASKS = 40;
const MOST_MEETINGS = 20;
const MOST_OF_A_MEETING = 5;

/**
 * What happened in a team since its last report: tasks that were finished, and what its meetings talked
 * about most and decided. For a new meeting that makes a report; nothing of it is told by itself.
 */
export async function newsOf(db: Db, team: string): Promise<BroughtNews[]> {
  const since = await sinceLast(db, team);
  const tasks = await db
    .selectFrom('task')
    .select(['id', 'text', 'owner_name', 'meeting_name'])
    .where('team_id', '=', team)
    .where('status', '=', 'done')
    // What only some see is nobody else's news.
    .where('private_to', 'is', null)
    .where('closed_at', '>', since)
    .orderBy('closed_at', 'desc')
    .limit(MOST_TASKS)
    .execute();
  const meetings = await db
    .selectFrom('meeting')
    .innerJoin('outcome', 'outcome.meeting_id', 'meeting.id')
    .select(['meeting.id', 'meeting.name', 'outcome.outcome'])
    .where('team_id', '=', team)
    .where('status', '=', 'ended')
    .where('ended_at', '>', since)
    .where('meeting.id', 'not in', (e) =>
      e.selectFrom('report').select('meeting_id').where('meeting_id', 'is not', null).$castTo<{
        meeting_id: string;
      }>(),
    )
    .orderBy('ended_at', 'desc')
    .limit(MOST_MEETINGS)
    .execute();
  return [
    ...tasks.map((task) => ({
      id: task.id,
      kind: 'task' as const,
      text: task.text,
      by: task.owner_name,
      meeting: task.meeting_name,
    })),
    ...meetings.flatMap(({ id, name, outcome }) =>
      newsIn(outcome).map((news, index) => ({
        // Ids of the document have letters and digits; a key of a meeting has 22 of them.
        id: `${id}-${index}`,
        ...news,
        by: null,
        meeting: name,
      })),
    ),
  ];
}

/** When the last report's meeting began: what happened during it came too late for its own offers. */
async function sinceLast(db: Db, team: string): Promise<Date> {
  const last = await db
    .selectFrom('report')
    .leftJoin('meeting', 'meeting.id', 'report.meeting_id')
    .select(['report.created_at', 'meeting.started_at'])
    .where('report.team_id', '=', team)
    .orderBy('report.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.started_at ?? last?.created_at ?? new Date(Date.now() - FIRST_DAYS * 86_400_000);
}

/** Decisions first, then the topics with the most votes. */
function newsIn(outcome: Outcome): Pick<BroughtNews, 'kind' | 'text'>[] {
  const parts = outcome.phases.flatMap((phase) => phase.parts);
  const decisions = parts.flatMap((part) =>
    part.as === 'poll' && part.decision ? [{ kind: 'decision' as const, text: part.decision }] : [],
  );
  // Of several phases with the same topics the last one knows them best.
  const topics = parts.findLast((part) => part.as === 'topics');
  return [...decisions, ...topicsIn(topics)].slice(0, MOST_OF_A_MEETING);
}

const topicsIn = (part: OutcomePart | undefined): Pick<BroughtNews, 'kind' | 'text'>[] =>
  part?.as === 'topics'
    ? part.topics
        .filter(({ parked, title }) => !parked && title !== '')
        .map(({ title }) => ({ kind: 'topic' as const, text: title }))
    : [];
