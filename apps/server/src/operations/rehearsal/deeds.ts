import { type PhaseId, type View } from '@rondo/meeting';
import { newId } from '../../live/machine.ts';

/** A command as a person gives it. */
export interface Deed {
  readonly phase: PhaseId | null;
  readonly command: string;
  readonly args: object;
}

const WORDS = [
  'We shipped the new search on time and nobody had to work late for it.',
  'The build takes twenty minutes, so I start something else and lose the thread.',
  'Too many meetings on Tuesday; not one hour in a row to think.',
  'Let us ask two customers before we build the next big thing.',
] as const;

const one = <T>(all: readonly T[]): T | undefined => all[Math.floor(Math.random() * all.length)];

/** What somebody does next, by what is open: writes, moves, votes, says something. Null: nothing to do just now. */
export function nextDeed({ board, hand }: View): Deed | null {
  const phase = board.at;
  const open = board.phases[phase];
  const text = one(WORDS) ?? '';
  const group = one(Object.keys(board.groups));
  switch (open?.status === 'open' ? open.kind : '') {
    case 'collect': {
      // What this kind adds to a hand.
      const mine = (hand.phases[phase] ?? {}) as { held?: Record<string, { text: string }> };
      const held = Object.keys(mine.held ?? {});
      const card = one(held);
      if (card !== undefined && Math.random() < 0.3)
        return { phase, command: 'editCard', args: { id: card, text } };
      if (card !== undefined && held.length > 3)
        return { phase, command: 'deleteCard', args: { id: card } };
      // And to its settings.
      const { prompts = [] } = (open?.settings ?? {}) as { prompts?: { id: string }[] };
      const prompt = one(prompts)?.id;
      const args = { id: newId<'card'>(), group: newId<'group'>(), prompt, text };
      return { phase, command: 'addCard', args };
    }
    case 'group': {
      const card = one(Object.keys(board.cards));
      if (card === undefined || group === undefined) return null;
      return { phase, command: 'placeCard', args: { step: newId<'step'>(), card, into: group } };
    }
    case 'vote':
      if (group === undefined) return null;
      return { phase, command: 'setVotes', args: { topic: group, count: one([0, 1]) } };
    case 'discuss': {
      if (group === undefined) return null;
      const args = { id: newId<'comment'>(), topic: group, text, parent: null, mentions: [] };
      return { phase, command: 'addComment', args };
    }
    default:
      return null;
  }
}

/** Who leads ends what is open, and with it begins the next. */
export const endPhase = ({ board }: View): Deed => ({
  phase: null,
  command: 'finishPhase',
  args: { phase: board.at },
});
