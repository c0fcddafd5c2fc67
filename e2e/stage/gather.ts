import { claimServer, enterAsGuest, expectPhase, goOn, startMeeting } from './acts.ts';
import type { Look, Person } from './browser.ts';
import { writeCards } from './phases.ts';
import type { Stage } from './stage.ts';

type Cards = readonly (readonly [prompt: string, text: string])[];

export interface Gathered {
  address: string;
  host: Person;
  /** In the order of their names. */
  guests: readonly Person[];
  everybody: readonly Person[];
}

/** A fresh server, its owner, and guests together in a Start Stop Continue that has come to collecting. */
export async function gather(
  stage: Stage,
  guestNames: readonly string[],
  looks: Readonly<Record<string, Look>> = {},
): Promise<Gathered> {
  const host = await stage.person('Ada');
  await claimServer(host.page, stage.server, 'Ada Host');
  const address = await startMeeting(host.page, 'Start Stop Continue', 'Come in by the link');
  await goOn(host.page, 'Next: Collect');
  const guests: Person[] = [];
  for (const name of guestNames) {
    const guest = await stage.person(name, looks[name]);
    await enterAsGuest(guest.page, address, name);
    await guest.page.getByLabel('New card').waitFor();
    guests.push(guest);
  }
  return { address, host, guests, everybody: [host, ...guests] };
}

/** Cards of the host's, revealed: everybody is in the group phase. */
export async function revealed({ host, everybody }: Gathered, cards: Cards): Promise<void> {
  await writeCards(host.page, cards);
  await goOn(host.page, 'Reveal the cards');
  await expectPhase(
    everybody.map(({ page }) => page),
    'Group',
  );
}
