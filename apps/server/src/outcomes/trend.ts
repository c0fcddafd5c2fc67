import type { StatementTrend } from '@rondo/contract';
import type { MeetingId, Outcome, OutcomePart } from '@rondo/meeting';
import type { Db } from '../database/database.ts';

/** So many earlier runs are told of. */
const MOST_RUNS = 12;

type Rated = Extract<OutcomePart, { as: 'scale' }>;

/** What is rated in an outcome, by the names that statements keep from meeting to meeting. */
const ratedIn = (outcome: Outcome): Map<string, Rated> =>
  new Map(
    outcome.phases
      .flatMap(({ parts }) => parts)
      .flatMap((part) =>
        part.as === 'scale' && part.statement !== undefined
          ? [[part.statement, part] as const]
          : [],
      ),
  );

/**
 * How the same team answered the statements of an outcome when it ran the activity before. Made of
 * stored outcomes alone, in which nothing stands of too few answers.
 */
export async function trendOf(
  db: Db,
  meeting: MeetingId,
  outcome: Outcome,
): Promise<StatementTrend[]> {
  const statements = ratedIn(outcome);
  if (statements.size === 0) return [];
  const rows = await db
    .selectFrom('meeting as earlier')
    .innerJoin('meeting as present', (join) =>
      join
        .onRef('present.team_id', '=', 'earlier.team_id')
        .onRef('present.activity_id', '=', 'earlier.activity_id')
        .onRef('earlier.ended_at', '<', 'present.ended_at'),
    )
    .innerJoin('outcome', 'outcome.meeting_id', 'earlier.id')
    .select('outcome.outcome')
    .where('present.id', '=', meeting)
    .where('earlier.status', '=', 'ended')
    .orderBy('earlier.ended_at', 'desc')
    .limit(MOST_RUNS)
    .execute();
  const runs = rows.toReversed().map((row) => ({
    at: new Date(row.outcome.endedAt).toISOString(),
    rated: ratedIn(row.outcome),
  }));
  return [...statements].map(([statement, present]) => ({
    statement,
    runs: runs.flatMap(({ at, rated }) => {
      const part = rated.get(statement);
      if (!part || !isSameScale(part, present)) return [];
      return [{ at, answers: part.answers, counts: part.counts }];
    }),
  }));
}

/** Answers on another scale cannot be compared; where nothing was shown nobody can tell how long it was. */
const isSameScale = (a: Rated, b: Rated): boolean =>
  (a.from ?? 1) === (b.from ?? 1) &&
  (a.counts === null || b.counts === null || a.counts.length === b.counts.length);
