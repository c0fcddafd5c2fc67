import type { FromClient, PatchMessage, WelcomeMessage } from '../messages/index.ts';
import { PAUSE } from './backoff.ts';
import type { ClientClock } from './ports.ts';
import { postponed, type CommandStream, type Settled } from './stream.ts';

/**
 * So long, ms, a server may be behind the log without noticing. Only one that still does not know
 * our commands after that has really forgotten them.
 */
const BEHIND = 4_000;

export interface SenderPorts {
  readonly clock: ClientClock;
  readonly send: (message: FromClient) => boolean;
  readonly rejoin: () => void;
}

export interface SenderEvents {
  /** These were answered, as of entry `s`. */
  readonly settled: (settled: readonly Settled[], s: number) => void;
  /** The server does not know this client any more: its numbers are worth nothing. */
  readonly forgotten: () => void;
}

/** Carries one client's commands over a connection until each has its answer. */
export interface Sender {
  readonly welcome: (message: WelcomeMessage) => void;
  /** An entry's frame, after it was applied. */
  readonly patch: (message: PatchMessage) => void;
  readonly down: () => void;
  readonly flush: () => void;
}

export function createSender(
  stream: CommandStream,
  { clock, send, rejoin }: SenderPorts,
  on: SenderEvents,
): Sender {
  let isDoubted = false;
  let cancelDoubt = (): void => undefined;
  let isPaused = false;

  const flush = (): void => {
    if (!isPaused && !isDoubted) stream.flush(send);
  };

  function trust(): void {
    isDoubted = false;
    cancelDoubt();
  }

  function again(): void {
    stream.rewind(stream.answeredTo());
    if (isPaused) return;
    isPaused = true;
    clock.after(PAUSE, () => {
      isPaused = false;
      flush();
    });
  }

  return {
    welcome: ({ n, no, s, from }) => {
      // Made before the numbers began anew: it may have been carried out, and would be once more.
      if (stream.unanswered().some(({ seq }) => seq < from)) return on.forgotten();
      if (n < stream.answeredTo()) {
        if (isDoubted) return on.forgotten();
        isDoubted = true;
        cancelDoubt = clock.after(BEHIND, rejoin);
        return;
      }
      trust();
      on.settled(stream.answered(n, no), s);
      stream.rewind(n);
      flush();
    },

    patch: ({ n, no = {}, s }) => {
      if (n === undefined) return;
      if (isDoubted && n >= stream.answeredTo()) {
        // It was behind for a moment only, as when we came from a server that had told us more.
        trust();
        stream.rewind(stream.answeredTo());
      }
      on.settled(stream.answered(n, no), s);
      const putOff = postponed(no);
      if (!putOff || putOff.n <= stream.answeredTo()) return flush();
      again();
      // The lowest one is missing its predecessor, which we know to be answered: ask what the server knows.
      if (putOff.code === 'gap' && putOff.n === stream.answeredTo() + 1) clock.after(PAUSE, rejoin);
    },

    down: () => stream.rewind(stream.answeredTo()),

    flush,
  };
}
