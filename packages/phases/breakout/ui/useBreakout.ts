import { useHand, useMe } from '@rondo/live/react';
import { sorted, type CardId, type GroupId, type PhaseId } from '@rondo/meeting';
import { usePhase, type PhaseOf } from '../../parts/index.ts';
import type {
  BreakoutHand,
  BreakoutSettings,
  BreakoutState,
  RoomGroup,
  RoomId,
} from '../domain/index.ts';

const NOTHING: BreakoutHand = { mine: {} };

export const useBreakout = (phase: PhaseId): PhaseOf<BreakoutSettings, BreakoutState> =>
  usePhase<BreakoutSettings, BreakoutState>(phase);

/** The room one sits in; null: none yet. */
export function useMyRoom(phase: PhaseId): RoomId | null {
  const me = useMe();
  return useBreakout(phase).state.seats[me] ?? null;
}

/** Whether a card is one's own; in an anonymous phase only the hand knows. */
export function useIsMine(phase: PhaseId, card: CardId): boolean {
  const me = useMe();
  const inHand = useHand(phase, NOTHING).mine[card] === true;
  return useBreakout(phase).state.cards[card]?.by === me || inHand;
}

/** The groups of one room, in their order. */
export const groupsIn = (state: BreakoutState, room: RoomId): [GroupId, RoomGroup][] =>
  sorted(state.groups).filter(([, group]) => group.room === room);

/** What a group is called: its title, else the beginning of its first card. */
export function groupName(state: BreakoutState, group: RoomGroup): string {
  const first = group.cards[0];
  const text = first === undefined ? '' : (state.cards[first]?.text ?? '');
  return group.title ?? beginning(text);
}

/** As much of a card as tells it from others. */
export const beginning = (text: string): string =>
  [...(text.split('\n', 1)[0] ?? '')].slice(0, 60).join('');
