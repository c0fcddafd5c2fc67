import type { ClientId, RefusalCode } from '@rondo/meeting';
import type { DoMessage, FromClient } from '../messages/index.ts';
import type { NumberedCommand } from './ports.ts';
import type { Answer, Waiting } from './state.ts';

/** So many commands travel at a time; the next follow the answers. */
const WINDOW = 32;

/** Not looked at by the server: sent again after a pause. */
const POSTPONED: ReadonlySet<RefusalCode> = new Set(['busy', 'too-fast', 'gap']);

/** A command without an answer. */
export interface Unanswered extends NumberedCommand, Waiting {
  /** Kept on the device, or known to be impossible to keep: may be sent. */
  mayGo: boolean;
  /** Tells whoever waits for it; nobody does where it was made on an earlier visit. */
  readonly settle: (answer: Answer) => void;
}

export interface Settled {
  readonly client: ClientId;
  readonly command: Unanswered;
  readonly answer: Answer;
}

/** The numbered commands of one client, from when they are made to when they are answered. */
export interface CommandStream {
  readonly client: ClientId;
  readonly unanswered: () => readonly Unanswered[];
  /** All commands up to this number are answered. */
  readonly answeredTo: () => number;
  /** How many have not been handed to the present connection. */
  readonly unsent: () => number;
  readonly add: (
    command: Omit<NumberedCommand, 'n'>,
    settle: (answer: Answer) => void,
  ) => Unanswered;
  /** Everything behind number `n` has to be sent (again). */
  readonly rewind: (n: number) => void;
  /** Sends what may go now. */
  readonly flush: (send: (message: FromClient) => boolean) => void;
  /** The server has answered up to `n`, and refused these. Returns what is settled by that. */
  readonly answered: (n: number, refused: Refusals) => Settled[];
  /** Settles everything as refused with `code`. */
  readonly abandon: (code: RefusalCode) => Settled[];
}

type Refusals = Readonly<Record<string, RefusalCode>>;

/** The lowest of the commands that the server has put off, and why; null: none. */
export function postponed(refused: Refusals): { n: number; code: RefusalCode } | null {
  let lowest: { n: number; code: RefusalCode } | null = null;
  for (const [key, code] of Object.entries(refused)) {
    const n = Number(key);
    if (POSTPONED.has(code) && (lowest === null || n < lowest.n)) lowest = { n, code };
  }
  return lowest;
}

const message = ({ n, phase, name, args }: NumberedCommand): DoMessage => ({
  t: 'do',
  n,
  p: phase,
  c: name,
  a: args,
});

/** `stored`: what an earlier visit left of it; empty for a new client. */
export function createStream(client: ClientId, stored: readonly NumberedCommand[]): CommandStream {
  let commands: readonly Unanswered[] = stored.map((command) => ({
    ...command,
    mayGo: true,
    settle: () => undefined,
  }));
  let answeredTo = (commands[0]?.n ?? 1) - 1;
  let sentTo = answeredTo;
  let last = commands.at(-1)?.n ?? 0;

  return {
    client,
    unanswered: () => commands,
    answeredTo: () => answeredTo,
    unsent: () => commands.filter(({ n }) => n > sentTo).length,

    add: (request, settle) => {
      const command = { ...request, n: ++last, mayGo: false, settle };
      commands = [...commands, command];
      return command;
    },

    rewind: (n) => {
      sentTo = Math.max(answeredTo, n);
    },

    flush: (send) => {
      for (const command of commands) {
        if (command.n <= sentTo) continue;
        if (!command.mayGo || command.n > answeredTo + WINDOW || !send(message(command))) return;
        sentTo = command.n;
      }
    },

    answered: (n, refused) => {
      const upTo = Math.min(n, (postponed(refused)?.n ?? Infinity) - 1);
      const settled = commands
        .filter((command) => command.n <= upTo)
        .map((command): Settled => ({ client, command, answer: refused[command.n] ?? 'done' }));
      if (settled.length > 0) commands = commands.filter((command) => command.n > upTo);
      answeredTo = Math.max(answeredTo, upTo);
      sentTo = Math.max(sentTo, answeredTo);
      return settled;
    },

    abandon: (code) => {
      const settled = commands.map((command): Settled => ({ client, command, answer: code }));
      commands = [];
      return settled;
    },
  };
}
