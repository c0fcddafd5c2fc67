import type { CloseReason, FromServer } from '../messages/index.ts';
import type { Connection } from '../room/ports.ts';

/** The client's end of a connection, as a test reads it. */
export interface MemoryConnection extends Connection {
  /** Every text that arrived, in order. */
  readonly texts: string[];
  /** The same as messages. */
  messages(): FromServer[];
  /** Those of one type. */
  of<T extends FromServer['t']>(type: T): Extract<FromServer, { t: T }>[];
  /** Why the server closed it; null: it is open. */
  closedFor(): CloseReason | null;
  /** From now on nothing leaves: what is sent piles up. Again with false: all of it leaves. */
  stall(stalled: boolean): void;
  /** Of what has piled up, the oldest leaves. */
  trickle(): void;
}

export function memoryConnection(onClose: () => void = () => undefined): MemoryConnection {
  const texts: string[] = [];
  let pile: string[] = [];
  let isStalled = false;
  let why: CloseReason | null = null;
  // Parsed from what a room has sent.
  const messages = (): FromServer[] => texts.map((text) => JSON.parse(text) as FromServer);
  return {
    texts,
    messages,
    of: <T extends FromServer['t']>(type: T) =>
      messages().filter((each): each is Extract<FromServer, { t: T }> => each.t === type),
    closedFor: () => why,
    send: (text) => {
      if (why === null) (isStalled ? pile : texts).push(text);
    },
    buffered: () => pile.reduce((sum, text) => sum + text.length, 0),
    close: (reason) => {
      if (why !== null) return;
      why = reason;
      // Like a socket, it is never gone before the caller has finished.
      void Promise.resolve().then(onClose);
    },
    trickle: () => {
      const [oldest] = pile.splice(0, 1);
      if (oldest !== undefined) texts.push(oldest);
    },
    stall: (stalled) => {
      isStalled = stalled;
      if (!stalled) texts.push(...pile.splice(0));
      else pile = [];
    },
  };
}
