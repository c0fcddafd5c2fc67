import type { Logger } from 'pino';
import { hintBus, type HintBus } from './hint-bus.ts';
import { postgresChannel } from './postgres-channel.ts';

const CHANNEL = 'rondo_live';
/** PostgreSQL takes less than 8,000 bytes at a time. */
const LARGEST = 7_900;

/**
 * Hints between nodes through `LISTEN` and `NOTIFY`, on a connection of its own. `NOTIFY` makes commits
 * of the whole database wait for one another, which is why nothing is sent that nobody hears. A lost
 * connection loses hints, and is made anew.
 */
export const postgresBus = (url: string, name: string, log: Logger): HintBus =>
  hintBus((events) => postgresChannel(url, CHANNEL, log, events), name, LARGEST);
