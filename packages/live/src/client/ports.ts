import type { ClientId, ParticipantId, PhaseId } from '@rondo/meeting';

/** One connection to a server. Texts arrive in order or not at all. */
export interface Connection {
  readonly send: (text: string) => void;
  readonly close: () => void;
}

export interface ConnectionEvents {
  readonly open: () => void;
  readonly message: (text: string) => void;
  /** Once, at the end, whether it ever opened or not. `code`: a WebSocket close code, if one was given. */
  readonly close: (code: number | null) => void;
}

/** How to reach a server: sockets, or a stream with posts where sockets are blocked. */
export interface Transport {
  readonly connect: (on: ConnectionEvents) => Connection;
}

/** A command as it is kept and sent; `n` counts from 1 per client. */
export interface NumberedCommand {
  readonly n: number;
  /** The entry that this person saw when they made it. */
  readonly seq: number;
  readonly phase: PhaseId | null;
  readonly name: string;
  readonly args: unknown;
  /** True for commands whose result shows only when the server has answered. */
  readonly server: boolean;
}

/** The unanswered commands of one client, by number. */
export interface StoredStream {
  readonly client: ClientId;
  readonly commands: readonly NumberedCommand[];
}

/** Keeps this meeting's unanswered commands on the device, so that they survive a reload. */
export interface CommandStore {
  /** What this person's other visits left behind, without those of tabs that are still open; it is ours from now on. */
  readonly adopt: (me: ParticipantId) => Promise<readonly StoredStream[]>;
  /** Resolves when the command would survive the end of this tab; rejects when the device can't keep it. */
  readonly keep: (me: ParticipantId, client: ClientId, command: NumberedCommand) => Promise<void>;
  /** Forgets the commands of a client up to number `n`. */
  readonly forget: (client: ClientId, n: number) => Promise<void>;
  /** This visit is over: what it holds is free for the next one. */
  readonly close: () => void;
}

/** Time and timers of this device. */
export interface ClientClock {
  /** ms since 1970; need not be right, but must not jump. */
  readonly now: () => number;
  /** After `ms`; returns how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Chance of this device. */
export interface ClientChance {
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly id: () => ClientId;
}
