// npm run story: the Friday on which an upgrade took two days and the next peak an outage, played anew.
//   --people 300    how many meet on that Friday
//   --quick         80 people
//   --as-it-was     nobody checks the new machine, nobody mends it: what people noticed then
//   --json          ends with one line of JSON: {people, noticed, scenes}
import { parseArgs } from 'node:util';
import { allNoticed, curtain } from './curtain.ts';
import { crowd as gather, PER_MEETING } from './people/crowd.ts';
import { hostsOn } from './people/hosts.ts';
import { nothingNoticed } from './people/noticed.ts';
import { ways } from './people/way.ts';
import { played, type Play, type Played } from './play.ts';
import { fridayPeak } from './scenes/friday-peak.ts';
import { fridayUpgrade } from './scenes/friday-upgrade.ts';
import { newMachine } from './scenes/new-machine.ts';
import { nextPeak } from './scenes/next-peak.ts';
import { stagingCheck } from './scenes/staging-check.ts';
import { theSwitch } from './scenes/the-switch.ts';
import { telling } from './telling.ts';
import { wellSet } from './world/nginx-settings.ts';
import { setStage } from './world/stage.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    quick: { type: 'boolean', default: false },
    'as-it-was': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const people = Number(values.people ?? (values.quick ? 80 : 300));
if (!Number.isInteger(people) || people < 40 || people > 1_000) {
  console.error('--people takes a whole number, from 40 to 1000.');
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(1));
}

const tell = telling((line) => console.log(line));
/** One account starts sixty meetings an hour at most. */
const MEETINGS_OF_A_HOST = 50;

const stage = await setStage().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return process.exit(1);
});
try {
  tell.plain(`A Friday with ${people} people${values['as-it-was'] ? ', as it was' : ''}.`);
  const { old, name, keyPair, publicUrl, dns, database } = stage;
  await old.putUpNginx({ 'nginx.conf': wellSet({ ...old, name, keyPair }) });
  const oldServer = await old.startServer({
    ...old.own,
    DATABASE_URL: database.url,
    RONDO_PUBLIC_URL: publicUrl,
    RONDO_TRUSTED_PROXIES: '127.0.0.1',
    RONDO_IDLE_END_DAYS: '7',
    RONDO_LOG_LEVEL: 'warn',
  });
  const nextWay = ways(publicUrl, keyPair, dns);
  const meetings = Math.ceil(people / PER_MEETING) + Math.ceil((people * 1.3) / PER_MEETING);
  const book = { now: nothingNoticed() };
  const hosts = await hostsOn(
    oldServer.claimCode,
    database,
    nextWay,
    Math.ceil(meetings / MEETINGS_OF_A_HOST),
  );
  const crowd = gather({ hosts, nextWay, book: () => book.now });
  const play: Play = {
    stage,
    tell,
    crowd,
    people,
    isQuick: values.quick,
    isAsItWas: values['as-it-was'],
    book,
    oldServer,
  };
  const scenes: Played[] = [];
  for (const scene of [fridayPeak, newMachine, stagingCheck, theSwitch, fridayUpgrade, nextPeak])
    scenes.push(await played(scene, play));
  crowd.goHome();
  curtain(scenes, tell);
  const noticed = allNoticed(scenes);
  if (values.json) {
    const told = scenes.map(({ scene, noticed: figures, said }) => ({
      scene,
      ...figures,
      refused: figures.refused.size,
      banners: figures.banners.map(Math.round),
      longestGapMs: Math.round(figures.longestGapMs),
      stalledMs: Math.round(figures.stalledMs),
      said,
    }));
    console.log(JSON.stringify({ people, noticed, scenes: told }));
  }
  process.exitCode = noticed.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await stage.strike();
}
