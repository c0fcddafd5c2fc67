import type { ParticipantId } from './ids.ts';

/** An open task of the team: agreed on in an earlier meeting of any kind, or put on its board. */
export interface BroughtTask {
  id: string;
  text: string;
  /** Who takes care of it, where that is a member who may come to this meeting. */
  owner: ParticipantId | null;
  ownerName: string | null;
  /** YYYY-MM-DD. */
  due: string | null;
  /** The meeting it was made in, and when that was, ms since 1970. */
  meeting: string;
  since: number;
  /** False: nobody has promised it in a meeting, it was put on the board. */
  promised?: boolean;
  /** In how many meetings it was looked at and stayed open. */
  times?: number;
  /** How often it should have been done and was not, since it was last renewed. */
  missed?: number;
}

/** A promise that is done for a while: did it help? */
export interface BroughtDone extends BroughtTask {
  /** Ms since 1970. */
  doneAt: number;
}

/** Something that waits on the team's agenda. */
export interface BroughtItem {
  id: string;
  text: string;
  /** What else is to be said about it. */
  note?: string;
  /** Who put it there: the name, and who that is in this meeting if a member who may come. */
  by: string;
  person?: ParticipantId | null;
  /** Comes back in every meeting with an agenda. */
  pinned: boolean;
}

/** Something that happened in the team since its last report, for a report to tell. */
export interface BroughtNews {
  /** The same at every start; fits as an id in the document. */
  id: string;
  kind: 'task' | 'topic' | 'decision';
  text: string;
  /** Who took care of it, where that is known. */
  by: string | null;
  /** The meeting it comes from. */
  meeting: string;
}

/** What a team brings along into a new meeting. */
export interface Brought {
  tasks: readonly BroughtTask[];
  agenda: readonly BroughtItem[];
  /** What is done for a week and more; absent: nothing to ask about. */
  done?: readonly BroughtDone[];
  /** For meetings that make a report. */
  news?: readonly BroughtNews[];
}

export const NOTHING_BROUGHT: Brought = { tasks: [], agenda: [] };
