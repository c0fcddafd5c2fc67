import type { Evidence } from './evidence.ts';
import { BAD_DAY, NO_FAULTS } from './faults.ts';
import { setStage, type Run, type Stage } from './stage.ts';

/** How long people are busy and things go wrong, ms of virtual time. */
const BUSY = 40_000;
/** Everybody is back, everything is sent and answered, within so long after the last fault, ms. */
const CALM = 90_000;
const MOST_SERVERS = 3;
const MOST_TABS = 8;

/**
 * A meeting of several people over two or more nodes on virtual time, with everything going wrong
 * that the seed has in store; then a calm in which it has to come right again.
 */
export async function simulate(run: Run): Promise<Evidence> {
  const stage = await setStage(run, BAD_DAY);
  const { time, chance, players } = stage;
  stage.startServer();
  stage.startServer();
  for (const player of players) time.after(chance.below(3_000), () => stage.open(player));

  const end = time.now() + BUSY;
  const goOn = (): void => {
    if (time.now() >= end) return;
    somethingHappens(stage);
    time.after(chance.below(400), goOn);
  };
  time.after(0, goOn);
  await time.advance(BUSY + 3_000);

  stage.setFaults(NO_FAULTS);
  // Whoever comes back takes up what a tab left behind that has died meanwhile.
  for (const player of players) stage.open(player);
  await time.advance(CALM);
  return stage.evidence();
}

function somethingHappens(stage: Stage): void {
  const { chance, time } = stage;
  const tab = chance.pick(stage.tabs());
  switch (chance.below(120)) {
    case 0:
      return replaceServer(stage, stage.crash);
    case 1:
      return replaceServer(stage, stage.retire);
    case 2:
    case 3:
      // A reload, or a browser that crashes and comes back.
      if (!tab) return;
      stage.close(tab, chance.oneIn(2));
      time.after(chance.below(2_000), () => stage.open(tab.player));
      return;
    case 4:
      if (tab && stage.tabs().length < MOST_TABS) stage.open(tab.player);
      return;
    case 5:
      return tab?.client.wake();
    default:
      // Now and then so quickly that several fall into one turn of the server.
      for (let acts = chance.oneIn(6) ? 5 : 1; acts > 0; acts--) tab?.act();
  }
}

function replaceServer(stage: Stage, end: Stage['crash']): void {
  const servers = stage.servers();
  const server = stage.chance.pick(servers);
  if (server && servers.length > 1) end(server);
  if (servers.length < MOST_SERVERS) stage.startServer();
}
