import type { Db } from '../database/database.ts';
import { record } from '../operations/audit/record.ts';

/** Writes down who did that to a series, in the transaction that does it. */
export const recordChange = (
  tx: Db,
  actor: string,
  series: string,
  change: 'made' | 'changed' | 'paused' | 'resumed' | 'ended',
): Promise<void> => record(tx, { act: 'series-changed', actor, about: { series, change } });
