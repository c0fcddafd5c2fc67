import type { ClientId, Doc, ParticipantId, PhaseId } from '@rondo/meeting';
import type { Answer, LiveState } from '../../client/index.ts';
import type { Entry } from '../../room/index.ts';

/** What one connection of a tab got to hear, in order. */
export interface Heard {
  readonly person: ParticipantId;
  /** The entry up to which the tab said it knew everything; null: it knew nothing. */
  since: number | null;
  readonly texts: string[];
}

/** A command that left somebody's hands. */
export interface Made {
  readonly person: ParticipantId;
  readonly client: ClientId;
  readonly n: number;
  readonly phase: PhaseId | null;
  readonly name: string;
  readonly args: unknown;
  /** What the tab said became of it; null: the tab was closed before. */
  answer: Answer | null;
}

/** How a tab that was open to the end looked at the end. */
export interface Final {
  readonly person: ParticipantId;
  readonly state: LiveState;
}

/** All that a run leaves behind, from which a checker tells whether everything was right. */
export interface Evidence {
  /** The document before the first entry. */
  readonly start: Doc;
  /** What the log accepted, in its order. */
  readonly entries: readonly Entry[];
  readonly heard: readonly Heard[];
  readonly made: readonly Made[];
  readonly finals: readonly Final[];
  /** Stored commands that no tab took up again, of people who are in the meeting. */
  readonly left: number;
  /** Defects that nodes and clients reported. */
  readonly defects: readonly string[];
}
