import * as z from 'zod/mini';
import type { ParticipantId } from './ids.ts';

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

/** By the thing that is reacted to, then by reaction: who. */
export type Reactions = Record<string, Partial<Record<Reaction, Record<ParticipantId, true>>>>;

// `Object.keys` forgets that these are exactly the reactions.
export const ALL_REACTIONS = Object.keys(REACTIONS) as [Reaction, ...Reaction[]];

export const reactionName = z.enum(ALL_REACTIONS);

/** Gives a sign to a thing, or takes it away without a trace. A repeat changes nothing. */
export function setReaction(
  reactions: Reactions,
  at: string,
  reaction: Reaction,
  me: ParticipantId,
  on: boolean,
): void {
  if (on) {
    // Each read again after it was written: only then it is a draft.
    reactions[at] ??= {};
    reactions[at][reaction] ??= {};
    reactions[at][reaction][me] = true;
    return;
  }
  const all = reactions[at];
  const people = all?.[reaction];
  if (!all || !people) return;
  delete people[me];
  if (Object.keys(people).length === 0) delete all[reaction];
  if (Object.keys(all).length === 0) delete reactions[at];
}
