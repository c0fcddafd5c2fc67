import type { CommentId, ParticipantId, Reaction, RefusalCode } from '@rondo/meeting';

type Answer = Promise<'done' | RefusalCode>;

/** How the words and signs of a talk reach their phase: each kind has commands of its own. */
export interface TalkActions {
  say: (comment: {
    id: CommentId;
    text: string;
    parent: CommentId | null;
    mentions: ParticipantId[];
  }) => Answer;
  edit: (comment: { id: CommentId; text: string; mentions: ParticipantId[] }) => Answer;
  takeBack: (id: CommentId) => Answer;
  react: (id: CommentId, reaction: Reaction, on: boolean) => Answer;
}
