import type { CardId, GroupId, Id, ParticipantId } from '@rondo/meeting';

export type CommentId = Id<'comment'>;

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

export interface Comment {
  topic: GroupId;
  /** Empty once deleted. */
  text: string;
  by: ParticipantId;
  /** The comment it answers; answers are not answered. */
  parent: CommentId | null;
  mentions: readonly ParticipantId[];
  /** Counts up; the order of a thread. */
  n: number;
  edited: boolean;
  /** Its maker took it back, but others had answered. */
  deleted: boolean;
}

export interface DiscussState {
  topics: Record<GroupId, Topic>;
  /** The topic that everybody talks about now. */
  current: GroupId | null;
  /** Somebody has put the topics into an order by hand: votes no longer decide. */
  arranged: boolean;
  comments: Record<CommentId, Comment>;
  /** How many comments there have ever been. */
  said: number;
  /** By comment or card, then by reaction: who. */
  reactions: Record<string, Partial<Record<Reaction, Record<ParticipantId, true>>>>;
}

/** Discussing happens on the board; nothing of it is in a hand. */
export type DiscussHand = Record<string, never>;

/** The reactions there are, and how they are written. Few, so that a glance takes them in. */
export const REACTIONS = {
  agree: '👍',
  heart: '❤️',
  celebrate: '🎉',
  laugh: '😄',
  think: '🤔',
  sad: '😢',
  wow: '😮',
  idea: '💡',
  thanks: '🙏',
  strong: '💪',
  look: '👀',
  more: '➕',
} as const;
export type Reaction = keyof typeof REACTIONS;
