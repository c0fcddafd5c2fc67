import type { Board, LocalText, Task } from './document.ts';
import { standsOn } from './flow.ts';
import type { PhaseId, TaskId } from './ids.ts';
import { sorted } from './order.ts';
import { nameOf } from './people.ts';
import type { PhaseKind, Registry } from './phase-kind.ts';

/** What remains of a topic. */
export interface OutcomeTopic {
  title: string;
  votes: number | null;
  notes: string;
  parked: boolean;
  /** `by` is a name, absent in anonymous phases. */
  cards: { text: string; prompt: LocalText; by?: string }[];
  /** The thread, replies directly behind what they answer. */
  comments: { text: string; by: string; reply: boolean }[];
  tasks: TaskId[];
}

/** What a poll says by the rules of its way of asking; several favourites, or as many yes as no, are a tie. */
export type PollVerdict = 'chosen' | 'tie' | 'passed' | 'concerns' | 'rejected' | 'blocked';

interface RankingAxis {
  label: LocalText;
  /** What the lowest and the highest end mean. */
  low: LocalText;
  high: LocalText;
}

export interface RankingAxes {
  x: RankingAxis;
  y: RankingAxis;
}

/** One part of an outcome. Every page, mail and export is made from these, so a new phase kind needs no new exporter. */
export type OutcomePart =
  | { as: 'topics'; topics: OutcomeTopic[] }
  /** Cards that no later phase took further, by prompt. */
  | { as: 'cards'; columns: { prompt: LocalText; cards: { text: string; by?: string }[] }[] }
  | {
      as: 'scale';
      /** Names the statement, so that its answers can be followed from meeting to meeting. Absent: nobody follows it. */
      statement?: string;
      question: LocalText;
      /** Answers from the lowest to the highest point; null while too few have answered. */
      counts: number[] | null;
      /** How many are counted; while none are shown, how many people have answered anything. */
      answers: number;
      low: LocalText;
      high: LocalText;
      /** What the points are called, from the lowest to the highest; absent: they are numbers. */
      points?: { label: LocalText; sign?: string | undefined }[];
      /** The number of the lowest point; absent: 1. */
      from?: number;
      /** The one number made of all answers; absent: whoever shows it decides. */
      score?: 'none' | 'average' | 'enps';
      /** Nothing is shown of fewer answers; absent: the kind's own rule. */
      fewest?: number;
      /** Without names, in an order that tells nothing. */
      comments?: string[];
    }
  | {
      as: 'answers';
      question: LocalText;
      /** Whoever answers it needs somebody. */
      flag?: true;
      answers: {
        /** Empty where it was taken back, but others had said something about it. */
        text: string;
        /** Absent where nobody's name was asked. */
        by?: string;
        /** Given after the window had closed. */
        late?: boolean;
        comments?: { text: string; by: string; reply: boolean }[];
        reactions?: { sign: string; count: number }[];
      }[];
      /** Who had not answered when it ended; absent where that is not told. */
      missing?: string[];
    }
  | {
      as: 'estimates';
      dimensions: { id: string; name: LocalText }[];
      /** What is worked out of the scores, and ranks the stories; absent: nothing. */
      figure?: LocalText;
      stories: {
        title: string;
        link: string | null;
        description: string;
        acceptance: string;
        /** One for each dimension, in their order. */
        results: {
          score: string | null;
          /** The last picks, from the lowest to the highest value of the scale; `?` and `pass` last. */
          spread: { value: string; count: number }[];
          rounds: number;
        }[];
        /** Null while a score is missing or is no number. */
        figure?: number | null;
        comments: { text: string; by: string; reply: boolean }[];
      }[];
    }
  /** Answers that are counted: a poll, fist of five, consent. Each round is a part of its own. */
  | {
      as: 'poll';
      question: LocalText;
      way: string;
      /** Counted from 1, where the question was asked several times. */
      round?: number;
      options: {
        label: LocalText;
        count: number;
        /** Who, where the poll was with names. */
        by?: string[];
        /** Ranked choice: eliminated in this round, counted from 1; absent: never. */
        out?: number;
        winner?: boolean;
      }[];
      answers: number;
      /** Too few have answered to show anything of what they said. */
      tooFew?: boolean;
      verdict?: PollVerdict;
      /** Ranked choice: votes in each round, in the order of the options; null: out. */
      rounds?: {
        counts: (number | null)[];
        tie: 'earlier' | 'mentions' | 'together' | null;
      }[];
      /** Reasons given, such as objections; without names where the poll was anonymous. */
      reasons: { text: string; option: LocalText; by?: string; withdrawn?: boolean }[];
      /** What was decided, in the facilitator's words. */
      decision: string | null;
    }
  /** Things in an order, or placed on two axes (0 to 1 each). */
  | {
      as: 'ranking';
      question: LocalText;
      axes: RankingAxes | null;
      /** How many have ranked. */
      answers: number;
      /** In their order; those with the same place are tied. */
      items: {
        title: LocalText;
        /** Null: nobody has placed it. */
        place: number | null;
        answers: number;
        /** In an order: points on average, and the best and the worst place that somebody gave. */
        points?: number;
        best?: number;
        worst?: number;
        /** On axes: the median. */
        x?: number;
        y?: number;
      }[];
    }
  | {
      as: 'kudos';
      kudos: {
        to: string[];
        /** Meant for everybody in the team. */
        team?: true;
        text: string;
        by?: string;
        reactions?: { sign: string; count: number }[];
      }[];
    }
  /** What was promised before, and what became of it. */
  | {
      as: 'reviewed';
      tasks: {
        id: string;
        text: string;
        owner: string | null;
        /** YYYY-MM-DD. */
        due?: string | null;
        meeting: string;
        verdict: 'done' | 'keep' | 'changed' | 'dropped' | null;
        helped: { yes: number; no: number } | null;
        /** It was done before this meeting, which asked whether it helped. */
        asked?: true;
        /** It stays open with another day or owner, or made smaller. */
        renewed?: true;
        /** It had been missed twice, and nobody renewed or dropped it. */
        putOff?: true;
      }[];
    }
  | {
      as: 'agenda';
      items: {
        id: string;
        text: string;
        note?: string;
        by: string;
        pinned: boolean;
        /** It was talked about. */
        done: boolean;
      }[];
      /** Those that somebody took off the list in this meeting. */
      removed?: string[];
    };

/** What remains when a meeting has ended. Holds names, never ids of people. */
export interface Outcome {
  format: 1;
  name: string;
  activity: LocalText;
  /** Server time, ms since 1970. */
  startedAt: number;
  endedAt: number;
  facilitator: string;
  people: { name: string; role: 'member' | 'guest' }[];
  phases: { id: PhaseId; kind: string; title: LocalText; parts: OutcomePart[] }[];
  tasks: (Pick<Task, 'text' | 'due' | 'done' | 'topic'> & { id: TaskId; owner: string | null })[];
}

/** What remains of a meeting, from its final board alone. */
export function outcomeOf(board: Board, registry: Registry): Outcome {
  return {
    format: 1,
    name: board.name,
    activity: board.activity.name,
    startedAt: board.startedAt,
    endedAt: board.endedAt ?? board.startedAt,
    facilitator: nameOf(board, board.facilitator),
    people: Object.values(board.people)
      .filter((person) => person.state === 'in')
      .map(({ name, role }) => ({ name, role })),
    phases: board.flow.flatMap((id) => {
      const phase = board.phases[id];
      const kind = phase && registry[phase.kind];
      if (!phase?.begun || !kind) return [];
      return [
        {
          id,
          kind: phase.kind,
          title: phase.title ?? kind.title,
          parts: partsOf(kind, board, id, registry),
        },
      ];
    }),
    tasks: sorted(board.tasks).map(([id, task]) => ({
      id,
      text: task.text,
      due: task.due,
      done: task.done,
      topic: task.topic,
      owner: task.owner === null ? null : nameOf(board, task.owner),
    })),
  };
}

function partsOf(
  kind: PhaseKind,
  board: Board,
  phaseId: PhaseId,
  registry: Registry,
): OutcomePart[] {
  const phase = board.phases[phaseId];
  if (!phase || !kind.outcome) return [];
  const takenFurther = board.flow.slice(board.flow.indexOf(phaseId) + 1).some((later) => {
    const other = board.phases[later];
    const next = other?.begun ? registry[other.kind] : undefined;
    return next?.retells === true && standsOn(next, kind.gives);
  });
  const at = { board, phaseId, settings: phase.settings, state: phase.state, takenFurther };
  // The phase's settings and state were made by this very kind.
  return (kind.outcome as (at: unknown) => OutcomePart[])(at);
}
