import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isDeepStrictEqual } from 'node:util';
import type { Crowd } from './people/crowd.ts';
import { inWords, nothingNoticed, type Noticed } from './people/noticed.ts';
import type { Person } from './people/person.ts';
import { written } from './people/written.ts';
import type { Telling } from './telling.ts';
import type { Server, Stage } from './world/stage.ts';

/** What all scenes share. */
export interface Play {
  readonly stage: Stage;
  readonly tell: Telling;
  readonly crowd: Crowd;
  /** How many people meet on Friday. */
  readonly people: number;
  readonly isQuick: boolean;
  /** As it was before there was anything to check with: nobody looks, nobody mends. */
  readonly isAsItWas: boolean;
  /** Where people write down what they notice. */
  readonly book: { now: Noticed };
  readonly oldServer: Server;
}

export interface Scene {
  readonly name: string;
  readonly title: string;
  readonly run: (play: Play) => Promise<void>;
}

export interface Played {
  readonly scene: string;
  readonly noticed: Noticed;
  /** In words; empty: nothing. */
  readonly said: readonly string[];
}

/** Who is not back after so long is not coming, ms. */
const PATIENCE_MS = 20_000;

/** Plays one scene while people meet, and closes the book on it. */
export async function played({ name, title, run }: Scene, play: Play): Promise<Played> {
  const { crowd, book, stage, tell } = play;
  tell.act(title);
  book.now = nothingNoticed();
  const turnedBack = crowd.turnedBack();
  const stalls = monitorEventLoopDelay({ resolution: 10 });
  stalls.enable();
  await run(play);
  await crowd.rest(PATIENCE_MS);
  stalls.disable();
  const noticed = book.now;
  noticed.stalledMs = stalls.max / 1_000_000;
  const people = crowd.people();
  const isLive = ({ client }: Person): boolean => client.getState().status.is === 'live';
  for (const each of people) each.closeBook();
  for (const seen of crowd.seen())
    noticed.longestGapMs = Math.max(noticed.longestGapMs, seen.giveUp());
  const { lost, doubled } = await written(stage.database, people);
  noticed.doubled += doubled;
  noticed.lost += lost + sum(people.filter(isLive).map((each) => each.unanswered()));
  noticed.outside += people.filter((each) => !isLive(each)).length;
  noticed.outside += crowd.turnedBack() - turnedBack;
  noticed.differing += differing(people.filter(isLive));
  noticed.people = people.length;
  for (const { made } of people) made.clear();
  const said = inWords(noticed);
  tell.say(
    said.length === 0 ? 'What people noticed: nothing.' : `People noticed: ${said.join('; ')}.`,
  );
  return { scene: name, noticed, said };
}

/** In how many meetings two people see something different. */
function differing(people: readonly Person[]): number {
  const meetings = Map.groupBy(people, ({ meeting }) => meeting);
  return [...meetings.values()].filter((all) => {
    const boards = all.map(({ client }) => client.getState().base?.board);
    return boards.some((board) => !isDeepStrictEqual(board, boards[0]));
  }).length;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
