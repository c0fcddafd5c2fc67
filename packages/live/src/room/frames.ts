import type { Hand, ParticipantId, RefusalCode } from '@rondo/meeting';
import {
  PROTOCOL,
  type BeatMessage,
  type ByeMessage,
  type CloseReason,
  type HereMessage,
  type LobbyMessage,
  type PokeMessage,
  type WelcomeMessage,
} from '../messages/index.ts';

/** What one connection learns about its own commands. */
export interface Answer {
  n: number;
  no: Record<string, RefusalCode>;
}

/** What only one person, or only one connection, gets with an entry. */
export interface OwnPart {
  /** Operations on the hand as JSON text; empty: none. */
  hand: string;
  answer: Answer | null;
}

/** The part of an entry that all see, made once. `board`: operations as JSON text; empty: none. */
export const sharedFrame = (seq: number, board: string): string =>
  board === '' ? `{"t":"p","s":${seq}}` : `{"t":"p","s":${seq},"b":${board}}`;

/** The same with what only this reader gets, spliced in at the end. */
export function ownFrame(shared: string, { hand, answer }: OwnPart): string {
  let text = shared.slice(0, -1);
  if (hand !== '') text += `,"h":${hand}`;
  if (answer) {
    text += `,"n":${answer.n}`;
    for (const _ in answer.no) return `${text},"no":${JSON.stringify(answer.no)}}`;
  }
  return `${text}}`;
}

/** What stands before and behind the board in a view: the board's text is the same for all who come in at this entry. */
export const viewAround = (seq: number, hand: Hand): [before: string, after: string] => [
  `{"t":"view","s":${seq},"board":`,
  `,"hand":${JSON.stringify(hand)}}`,
];

export const welcomeFrame = (
  me: ParticipantId,
  seq: number,
  time: number,
  { n, no }: Answer,
  from: number,
): string => text<WelcomeMessage>({ t: 'welcome', v: PROTOCOL, me, s: seq, time, from, n, no });

export const beatFrame = (seq: number, time: number): string =>
  text<BeatMessage>({ t: 'beat', s: seq, time });

export const lobbyFrame = (name: string): string => text<LobbyMessage>({ t: 'lobby', name });

export const byeFrame = (why: CloseReason, afterMs: number): string =>
  text<ByeMessage>({ t: 'bye', why, afterMs });

export const pokeFrame = (topic: string): string => text<PokeMessage>({ t: 'poke', topic });

export const hereFrame = (message: Omit<HereMessage, 't'>): string =>
  text<HereMessage>({ t: 'here', ...message });

const text = <Message>(message: Message): string => JSON.stringify(message);
