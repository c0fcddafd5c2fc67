import type { LiveClient } from '@rondo/live/client';

interface Done {
  /** The entry of the log by which it was answered. */
  readonly seq: number;
  readonly at: number;
}

/** Watches when the people of one meeting see what one of them has done. */
export interface Seen {
  readonly watch: (client: LiveClient) => void;
  /** Somebody did something at that moment, and has now been answered as of that entry. */
  readonly done: (seq: number, at: number) => void;
  /** How long those have waited that not everybody has seen so far, ms; they are not waited for any longer. */
  readonly giveUp: () => number;
  /** Somebody has left. */
  readonly left: (client: LiveClient) => void;
}

/** @param seen is told how long something took until everybody saw it, ms */
export function watchMeeting(seen: (ms: number) => void): Seen {
  const clients = new Set<LiveClient>();
  let waiting: Done[] = [];
  const look = (): void => {
    if (waiting.length === 0) return;
    // Who has never been in sees nothing; that is counted elsewhere.
    const seqs = [...clients].map((client) => client.getState().seq).filter((seq) => seq >= 0);
    const byAll = Math.min(...seqs);
    const now = performance.now();
    waiting = waiting.filter(({ seq, at }) => {
      if (seq > byAll) return true;
      seen(now - at);
      return false;
    });
  };
  return {
    watch: (client) => {
      clients.add(client);
      client.subscribe(look);
    },
    done: (seq, at) => {
      waiting.push({ seq, at });
      look();
    },
    giveUp: () => {
      const longest = Math.max(0, ...waiting.map(({ at }) => performance.now() - at));
      waiting = [];
      return longest;
    },
    left: (client) => void clients.delete(client),
  };
}
