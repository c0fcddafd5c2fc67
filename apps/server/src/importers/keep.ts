import { randomBytes, randomUUID } from 'node:crypto';
import type { ForeignFormat } from '@rondo/contract';
import type { LocalText, MeetingId, Outcome, OutcomePart, PhaseId, TaskId } from '@rondo/meeting';
import type { Db } from '../database/database.ts';
import { newKey } from '../meetings/new-key.ts';
import { record } from '../operations/audit/record.ts';
import { indexOutcome } from '../search/index-outcome.ts';
import { giveAllAPlace } from '../tasks/place.ts';
import { nameTopics } from '../tasks/store.ts';
import { needOpen } from '../teams/open.ts';
import type { Foreign } from './foreign.ts';

const TOOLS: Record<ForeignFormat, string | null> = {
  'parabol-retro': 'Parabol',
  'parabol-poker': 'Parabol',
  'scrumlr-json': 'scrumlr',
  'scrumlr-csv': 'scrumlr',
  retrospected: 'Retrospected',
  easyretro: 'EasyRetro',
  csv: null,
};

/** Said of a meeting in place of an activity of the library. */
const IMPORTED = 'imported';

const activityOf = (format: ForeignFormat): Exclude<LocalText, string> => {
  const tool = TOOLS[format];
  return tool === null
    ? { en: 'Imported from a table', de: 'Aus einer Tabelle übernommen' }
    : { en: `Imported from ${tool}`, de: `Aus ${tool} übernommen` };
};

interface KeepPlan {
  readonly team: string;
  readonly user: string;
  readonly foreign: Foreign;
  readonly name: string;
  readonly heldAt: Date;
  readonly withTasks: boolean;
}

/** Keeps what was understood as a meeting of the team that has ended; its tasks become the team's. */
export async function keepForeign(
  tx: Db,
  plan: KeepPlan,
): Promise<{ meeting: string; tasks: number }> {
  const { team, user, foreign, name, heldAt, withTasks } = plan;
  await needOpen(tx, team);
  const meeting = newKey<MeetingId>();
  const outcome = outcomeFrom(plan);
  await tx
    .insertInto('meeting')
    .values({
      id: meeting,
      team_id: team,
      activity_id: IMPORTED,
      activity_name: JSON.stringify(activityOf(foreign.format)),
      hues: ['slate'],
      name,
      status: 'ended',
      guests: 'no',
      facilitator: outcome.facilitator,
      people: outcome.people.length,
      tasks: outcome.tasks.length,
      started_by: user,
      started_at: heldAt,
      ended_at: heldAt,
    })
    .execute();
  await tx
    .insertInto('outcome')
    .values({ meeting_id: meeting, outcome: JSON.stringify(outcome) })
    .execute();
  if (withTasks) await keepTasks(tx, { ...plan, meeting, outcome });
  await indexOutcome(tx, team, meeting, outcome);
  const about = { meeting, team, format: foreign.format };
  await record(tx, { act: 'meeting-imported', actor: user, about });
  return { meeting, tasks: withTasks ? outcome.tasks.length : 0 };
}

function outcomeFrom({ foreign, name, heldAt, withTasks }: KeepPlan): Outcome {
  const isPoker = foreign.parts.some(({ as }) => as === 'estimates');
  const at = heldAt.getTime();
  const tasks = (withTasks ? foreign.tasks : []).map((task) => ({
    ...task,
    // Drawn as ids of tasks in meetings are.
    id: randomBytes(16).toString('hex') as TaskId,
  }));
  const ofTopic = Map.groupBy(tasks, ({ topic }) => topic);
  const parts = foreign.parts.map((part): OutcomePart =>
    part.as === 'topics'
      ? {
          ...part,
          topics: part.topics.map((topic) => ({
            ...topic,
            tasks: (ofTopic.get(topic.title) ?? []).map(({ id }) => id),
          })),
        }
      : part,
  );
  return {
    format: 1,
    name,
    activity: activityOf(foreign.format),
    startedAt: at,
    endedAt: at,
    // No file says who it was.
    facilitator: '–',
    people: namesIn(foreign.parts).map((each) => ({ name: each, role: 'member' })),
    phases: [
      {
        id: 'imported' as PhaseId,
        kind: isPoker ? 'estimate' : 'discuss',
        title: isPoker ? { en: 'Estimates', de: 'Schätzungen' } : { en: 'Board', de: 'Board' },
        parts,
      },
    ],
    tasks: tasks.map(({ id, text, owner, done }) => ({
      id,
      text,
      due: null,
      done,
      topic: null,
      owner,
    })),
  };
}

/** Everybody whose name stands under something. */
function namesIn(value: unknown): string[] {
  const names = new Set<string>();
  const look = (each: unknown): void => {
    if (Array.isArray(each)) for (const item of each) look(item);
    else if (typeof each === 'object' && each !== null) {
      if ('by' in each && typeof each.by === 'string' && each.by !== '–') names.add(each.by);
      for (const inner of Object.values(each)) look(inner);
    }
  };
  look(value);
  return [...names].slice(0, 500);
}

async function keepTasks(
  tx: Db,
  { team, meeting, outcome, heldAt }: KeepPlan & { meeting: MeetingId; outcome: Outcome },
): Promise<void> {
  if (outcome.tasks.length === 0) return;
  await tx
    .insertInto('task')
    .values(
      outcome.tasks.map(({ id, text, owner, done }, place) => ({
        id: randomUUID(),
        team_id: team,
        meeting_id: meeting,
        meeting_name: outcome.name,
        meeting_task: id,
        place,
        text,
        owner_user: null,
        owner_name: owner,
        due: null,
        status: done ? ('done' as const) : ('open' as const),
        created_at: heldAt,
        closed_at: done ? heldAt : null,
      })),
    )
    .execute();
  await giveAllAPlace(tx, team);
  await nameTopics(tx, meeting, outcome);
}
