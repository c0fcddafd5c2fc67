import type { Db } from '../../database/database.ts';
import { ACTS, type Act } from './acts.ts';
import { networkOf } from './network.ts';

/**
 * Writes down what was done. Within the transaction that does it, both happen or neither; it gets
 * its place in the chain when that commits.
 */
export async function record(tx: Db, { act, actor, address, about }: Act): Promise<void> {
  const values: Readonly<Record<string, string>> = about;
  await tx
    .insertInto('audit')
    .values({
      act,
      actor,
      network: address === undefined ? null : networkOf(address),
      // Always in the order of the list, whoever writes it.
      about: JSON.stringify(Object.fromEntries(ACTS[act].map((key) => [key, values[key]]))),
    })
    // Only a participant's removal is ever seen twice.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
