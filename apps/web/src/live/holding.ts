import type { ClientId, MeetingId } from '@rondo/meeting';

/** An open tab answers at once; so long we wait for it, ms. */
const PATIENCE = 200;

type Word = { ask: ClientId[] } | { held: ClientId };

export interface Holding {
  /** This tab answers for a client from now on. */
  readonly hold: (client: ClientId) => void;
  /** Those that no open tab answers for; this tab holds them from now on. */
  readonly free: (clients: readonly ClientId[]) => Promise<ClientId[]>;
  /** Lets go of all. */
  readonly close: () => void;
}

/**
 * Which open tab holds which client's commands. A tab that sleeps too deeply to answer loses its
 * claim; that does no harm, because a command sent twice under one number is carried out once.
 * (Web Locks would say it for sure, but are missing on plain http.)
 */
export function createHolding(meeting: MeetingId): Holding {
  const channel = new BroadcastChannel(`rondo-live-${meeting}`);
  const mine = new Set<ClientId>();
  const elsewhere = new Set<ClientId>();

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of one origin has no target.
  const say = (word: Word): void => channel.postMessage(word);

  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if ('held' in data) elsewhere.add(data.held);
    else for (const client of data.ask) if (mine.has(client)) say({ held: client });
  };

  return {
    hold: (client) => mine.add(client),
    free: async (clients) => {
      if (clients.length === 0) return [];
      elsewhere.clear();
      say({ ask: [...clients] });
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      const free = clients.filter((client) => !elsewhere.has(client));
      for (const client of free) mine.add(client);
      return free;
    },
    close: () => channel.close(),
  };
}
