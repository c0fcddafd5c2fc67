import type { ParticipantId } from './ids.ts';

/** An open task that the team agreed on in an earlier meeting of any kind. */
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
  /** For meetings that make a report. */
  news?: readonly BroughtNews[];
}

export const NOTHING_BROUGHT: Brought = { tasks: [], agenda: [] };
