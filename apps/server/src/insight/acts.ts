import type { Board, MeetingId, ParticipantId, Request } from '@rondo/meeting';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import { writeRegularly } from './pending.ts';
import { dayOf } from './weeks.ts';
import { writeActs, type ActiveHere, type ActiveThere, type NotedMeeting } from './write-acts.ts';

/** What a deliberate action was about, as far as the request says; it leads to an organization. */
export type Place = Partial<
  Record<'organization' | 'team' | 'meeting' | 'series' | 'task', string>
>;

/** Notes who does something on purpose, once a person and day, and which meetings come to be held. */
export interface Acts {
  /** Somebody with an account did something that changes what others see. */
  readonly acted: (user: string, place: Place) => void;
  /** Commands of a meeting were carried out. `me` null: the server itself did it. */
  readonly inMeeting: (
    meeting: MeetingId,
    board: Board,
    changed: ReadonlySet<string>,
    done: readonly { me: ParticipantId | null; request: Request }[],
  ) => void;
  readonly flush: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Parts {
  db: Db;
  /** The category of a built-in activity; undefined: a team has composed it. */
  categoryOf: (activity: string) => string | undefined;
  /** Ms since 1970. */
  now: () => number;
  log: Logger;
}

/** While the database is away, so much waits; more is not counted. */
const MOST_WAITING = 50_000;

export function noteActs({ db, categoryOf, now, log }: Parts): Acts {
  let today = '';
  /** What this server has noted today, so that it writes each only once. */
  let noted = new Set<string>();
  /** What is known of meetings: how many guests were written, and whether it was held with that. */
  let meetings = new Map<MeetingId, { held: boolean; guests: number }>();
  let there: ActiveThere[] = [];
  let here: ActiveHere[] = [];
  let touched = new Map<MeetingId, NotedMeeting>();

  /** True the first time today. */
  function isNew(day: string, what: string): boolean {
    if (day !== today) {
      today = day;
      noted = new Set();
      meetings = new Map();
    }
    if (noted.has(what) || noted.size > MOST_WAITING * 4) return false;
    noted.add(what);
    return true;
  }

  const { flush, stop } = writeRegularly(async () => {
    if (there.length + here.length + touched.size === 0) return;
    const waiting = { there, here, meetings: [...touched.values()] };
    [there, here, touched] = [[], [], new Map()];
    try {
      await writeActs(db, waiting);
    } catch (error) {
      if (there.length < MOST_WAITING) there = [...waiting.there, ...there];
      if (here.length < MOST_WAITING) here = [...waiting.here, ...here];
      for (const meeting of waiting.meetings) note(meeting);
      throw error;
    }
  }, log);

  /** The earlier of two notes has the day that counts. */
  function note(noted: NotedMeeting): void {
    const other = touched.get(noted.meeting);
    if (!other && touched.size > MOST_WAITING) return;
    touched.set(noted.meeting, {
      ...noted,
      day: other && other.day < noted.day ? other.day : noted.day,
      contributed: noted.contributed || (other?.contributed ?? false),
      held: noted.held || (other?.held ?? false),
      guests: Math.max(noted.guests, other?.guests ?? 0),
    });
  }

  function noteMeeting(
    meeting: MeetingId,
    { people, activity }: Board,
    contributed: boolean,
    day: string,
  ): void {
    const inside = Object.values(people).filter(({ state }) => state === 'in');
    const held = inside.length > 1;
    const guests = inside.filter(({ role }) => role === 'guest').length;
    const known = meetings.get(meeting);
    if (known && (known.held || !held) && known.guests >= guests) return;
    // Before the first contribution there is no row, and nothing to write.
    if (!contributed && !held) return;
    if (contributed) meetings.set(meeting, { held, guests });
    const category = categoryOf(activity.id);
    note({ meeting, activity: activity.id, category, day, contributed, held, guests });
  }

  return {
    acted: (user, place) => {
      const day = dayOf(now());
      const key = Object.entries(place).flat().join(' ');
      if (isNew(day, `${user} ${key}`) && there.length < MOST_WAITING)
        there.push({ day, user, place });
    },
    inMeeting: (meeting, board, changed, done) => {
      const acting = done.filter(({ me }) => me !== null);
      if (acting.length === 0 && !changed.has('people')) return;
      const day = dayOf(now());
      for (const { me } of acting) {
        if (me !== null && isNew(day, `${meeting} ${me}`) && here.length < MOST_WAITING)
          here.push({ day, meeting, person: me });
      }
      const contributed = acting.some(({ request }) => isContribution(request));
      // Most of what happens happens in meetings that are held already, by the people who are there.
      const isKnown = meetings.get(meeting)?.held === true && !changed.has('people');
      if (!isKnown && (contributed || changed.has('people')))
        noteMeeting(meeting, board, contributed, day);
    },
    flush,
    stop,
  };
}

/** Everything within a phase, and tasks; not what steers the meeting. */
const isContribution = ({ phase, name }: Request): boolean =>
  phase !== null || name === 'addTask' || name === 'editTask';
