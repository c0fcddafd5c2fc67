import type { CardId, GroupId, Id, ParticipantId } from '@rondo/meeting';

export type RoomId = Id<'room'>;

/** A card that a room works with. It lies open in its room, and anybody may look in. */
export interface RoomCard {
  text: string;
  prompt: string;
  group: GroupId;
  /** Absent where the phase is anonymous. */
  by?: ParticipantId;
}

export interface RoomGroup {
  room: RoomId;
  title: string | null;
  cards: readonly CardId[];
  order: string;
}

export interface BreakoutState {
  /** By id; their number is what they are called. */
  rooms: Record<RoomId, { number: number; done: boolean }>;
  seats: Record<ParticipantId, RoomId>;
  /** What the rooms have made so far; empty once it lies on the shared board. */
  cards: Record<CardId, RoomCard>;
  groups: Record<GroupId, RoomGroup>;
}

export interface BreakoutHand {
  /** My cards; in an anonymous phase this is all that says so. */
  mine: Record<CardId, true>;
}
