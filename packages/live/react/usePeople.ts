import type { ParticipantId, PhaseId } from '@rondo/meeting';
import type { Presence } from '../src/messages/index.ts';
import { useLive } from './useLive.ts';

/** Who else is here right now, and what they are doing. */
export const usePeople = (): Readonly<Record<ParticipantId, Presence>> =>
  useLive((state) => state.people);

/** What one other person is doing; undefined: not here. */
export const usePresence = (person: ParticipantId): Presence | undefined =>
  useLive((state) => state.people[person]);

const NOWHERE: readonly string[] = [];

/** Where somebody writes in a phase in which nobody may know who: prompts, topics… */
export const useWriting = (phase: PhaseId): readonly string[] =>
  useLive((state) => state.writing[phase] ?? NOWHERE);
