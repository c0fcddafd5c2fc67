import type { Id, ParticipantId } from '@rondo/meeting';

export type KudosId = Id<'kudos'>;

/** Who is thanked: people of the meeting and its team, everybody, or somebody from outside by name. */
export interface Recipients {
  people: ParticipantId[];
  team: boolean;
  names: string[];
}

/** What people may answer to a kudos with, and the sign it is shown as. */
export const SIGNS = { heart: '❤️', clap: '👍', party: '🎉', star: '⭐' } as const;
export type Sign = keyof typeof SIGNS;

/** One that only its giver sees. */
export interface HeldKudos {
  to: Recipients;
  text: string;
  anonymous: boolean;
}

export interface Kudos {
  to: Recipients;
  text: string;
  /** Absent where it was given without a name: then none is stored on any board, ever. */
  by?: ParticipantId;
  /** In this order they were unwrapped. */
  order: string;
  reactions: Partial<Record<Sign, Record<ParticipantId, true>>>;
}

/** What the kind adds to the board. */
export interface AppreciateState {
  /** How many are still wrapped. Says that people give, never who gives or to whom. */
  wrapped: number;
  kudos: Record<KudosId, Kudos>;
  /** The one that was unwrapped last, by itself. */
  latest: KudosId | null;
}

/** What the kind adds to a hand. */
export interface AppreciateHand {
  wrapped: Record<KudosId, HeldKudos>;
  /** Already on the board; this is all that says whose they are. */
  mine: Record<KudosId, true>;
}
