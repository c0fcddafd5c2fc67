import { MORE_SERVERS, type Limit } from './limits.ts';
import type { MixFigures } from './mix.ts';
import type { Ramp } from './ramp.ts';
import type { ServerFigures } from './server-figures.ts';

/** Above this, people notice that they wait, ms. */
const SLOW_MS = 1_000;

interface Seen {
  /** Null: nobody met. */
  readonly meetings: Pick<MixFigures, 'lost' | 'p99'> | null;
  readonly server: ServerFigures | undefined;
  readonly ramp: Pick<Ramp, 'isCutShort' | 'mostOpen' | 'handshakesPerSecond'>;
}

/** Nobody was turned away, and people wait: to get in, or for answers. Null: they do not. */
export function slowness({ meetings, server, ramp }: Seen): Limit | null {
  const at = ramp.mostOpen;
  if (ramp.isCutShort) {
    const said = `it took too long to open them all: ${ramp.handshakesPerSecond} handshakes a second`;
    return {
      where: 'cpu',
      at,
      said,
      repair: 'More cores for what ends TLS, or one more server (docs/operations.md)',
    };
  }
  if (!meetings || (meetings.lost === 0 && meetings.p99 < SLOW_MS)) return null;
  const said = `${meetings.lost} answers lost; one in a hundred took ${meetings.p99} ms or more`;
  if (server && server.databaseWaiting > 0 && server.eventLoopP99 < 0.1)
    return {
      where: 'database',
      at,
      said,
      repair:
        'A faster disk for PostgreSQL, or one nearer to this server: its answers are what is waited for',
    };
  return { where: 'cpu', at, said, repair: MORE_SERVERS };
}
