import type { CardId, GroupId, Said, Talk } from '@rondo/meeting';

export type { CommentId } from '@rondo/meeting';

export interface Topic {
  /** Fractional index; ties are broken by id. */
  order: string;
  done: boolean;
  /** In the parking lot: not now, but not forgotten. */
  parked: boolean;
  notes: string;
  /** How often the notes were changed; an edit names the revision it started from. */
  revision: number;
  /** What the group held and was called when it was last looked at, so that its topic is found again after regrouping. */
  cards: readonly CardId[];
  title: string;
}

export interface Comment extends Said {
  topic: GroupId;
}

/** Reactions lie on comments and on cards. */
export interface DiscussState extends Talk<Comment> {
  topics: Record<GroupId, Topic>;
  /** The topic that everybody talks about now. */
  current: GroupId | null;
  /** Somebody has put the topics into an order by hand: votes no longer decide. */
  arranged: boolean;
}

/** Discussing happens on the board; nothing of it is in a hand. */
export type DiscussHand = Record<string, never>;
