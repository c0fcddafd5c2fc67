import { setTimeout as pause } from 'node:timers/promises';
import type { Play, Scene } from '../play.ts';
import type { SharedDatabase } from '../world/database.ts';

/** A minute is written when it is over; longer than two nobody has to wait for one, ms. */
const LEDGER_MS = 130_000;

export const fridayPeak: Scene = {
  name: 'Friday, 15:00',
  title: '1  Friday, 15:00. The old server at its peak',
  run: async ({ tell, crowd, stage: { database, dns }, people }: Play) => {
    await crowd.come(people, people * 15);
    crowd.work();
    tell.say(
      `${crowd.people().length} people are in ${crowd.meetings()} meetings on ${dns.leadsTo()}`,
    );
    const most = await peakInLedger(database, people);
    tell.say(`the ledger has written down a minute with ${most} connections`);
    crowd.goOn();
    tell.say('everybody has written their cards; now they group them');
  },
};

/** Resolves when a minute with everybody in it is in the ledger. */
async function peakInLedger({ query }: SharedDatabase, people: number): Promise<number> {
  const end = performance.now() + LEDGER_MS;
  for (;;) {
    const [row] = await query<{ most: number }>(
      'select coalesce(max(sockets), 0) as most from peak',
    );
    const most = row?.most ?? 0;
    if (most >= people) return most;
    if (performance.now() > end) {
      throw new Error(`The ledger has ${most} connections at most, and ${people} people are here.`);
    }
    await pause(200);
  }
}
