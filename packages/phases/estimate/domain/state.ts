import type { BroughtTask, Id, ParticipantId, Said, Talk } from '@rondo/meeting';

export type StoryId = Id<'story'>;

/** Something to estimate. */
export interface Story {
  title: string;
  /** An address of the web; null: none. */
  link: string | null;
  description: string;
  acceptance: string;
  /** The open task of the team it was made from. */
  task: string | null;
  /** Fractional index; ties are broken by id. */
  order: string;
  by: ParticipantId;
  /** By dimension; one that nobody has touched yet is missing. */
  ballots: Record<string, Ballot>;
}

/** One story in one dimension: who has picked, later what, and what it came to. */
export interface Ballot {
  /** Counts the rounds from 1; a pick names the round it is for. */
  round: number;
  /** Who has a card on the table in this round. That they have is for everybody to see, which is not. */
  picked: Record<ParticipantId, true>;
  /** Who was in when the round began, with its first card: nobody waits for people who came later. */
  seated: Record<ParticipantId, true>;
  /** The cards of this round, turned over; null: face down. */
  shown: Record<ParticipantId, string> | null;
  score: string | null;
}

/** A place to be: a story in a dimension. */
export interface Place {
  story: StoryId;
  dimension: string;
}

export interface Comment extends Said {
  story: StoryId;
}

export interface EstimateState extends Talk<Comment> {
  stories: Record<StoryId, Story>;
  /** Open tasks of the team that may be taken as stories. */
  offers: readonly BroughtTask[];
  /** Where the facilitator leads. */
  at: Place | null;
  /** At one's own pace: all cards have been turned over, and what is contested is talked about. */
  opened: boolean;
  /** Who only looks on. Nobody waits for them. */
  spectators: Record<ParticipantId, true>;
}

export interface Pick {
  round: number;
  /** A value of the scale, `UNSURE` or `PASS`. */
  value: string;
}

export interface EstimateHand {
  /** By story, then by dimension. */
  picks: Record<StoryId, Record<string, Pick>>;
}
