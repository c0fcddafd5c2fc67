import type { Figures } from './read.ts';
import type { Sample } from './sample.ts';

const MINUTE_MS = 60_000;

/** The highest values of a minute that is over. */
export interface Minute extends Figures {
  /** When it began, ms. */
  readonly at: number;
}

/** Makes minutes of samples. The one that is under way when a server stops is dropped: its people are counted where they go. */
export function collectMinutes(): (sample: Sample, now: number) => Minute | undefined {
  let current: Minute | undefined;
  let handshakesBefore = 0;

  return (sample, now) => {
    const at = Math.floor(now / MINUTE_MS) * MINUTE_MS;
    const over = current && current.at !== at ? current : undefined;
    if (over) handshakesBefore += over.handshakes;
    current = highest(current?.at === at ? current : undefined, sample, at, handshakesBefore);
    return over;
  };
}

function highest(
  so: Minute | undefined,
  { sockets, handshakes, fileDescriptors, databaseConnections }: Sample,
  at: number,
  before: number,
): Minute {
  return {
    at,
    sockets: Math.max(so?.sockets ?? 0, sockets),
    handshakes: handshakes - before,
    fileDescriptors: Math.max(so?.fileDescriptors ?? 0, fileDescriptors),
    databaseConnections: Math.max(so?.databaseConnections ?? 0, databaseConnections),
  };
}
