import { chanceOf, type Chance } from '../chance.ts';
import type { Move } from '../play.ts';
import { NO_FAULTS } from './faults.ts';
import { firstDifference, heardBy } from './heard-by.ts';
import { leadTo } from './lead-through.ts';
import { setStage, type Run } from './stage.ts';

export interface DisguiseRun extends Run {
  /** The phase in which people write. */
  readonly kind: string;
  /** The next thing somebody writes. */
  readonly write: (chance: Chance) => Move;
}

const ANSWERED = 300;
const WRITTEN = 14;

/**
 * Plays one meeting twice; the second time others have written what was written. Then everything is
 * shown. Returns the first thing by which somebody who wrote none of it could tell the two apart;
 * null: there is none.
 */
export async function disguise(run: DisguiseRun): Promise<string | null> {
  const script = chanceOf(run.seed + 2_000_000);
  const stages = await Promise.all([setStage(run, NO_FAULTS), setStage(run, NO_FAULTS)] as const);
  const wait = async (ms: number): Promise<void> => {
    for (const stage of stages) await stage.time.advance(ms);
  };
  for (const stage of stages) {
    stage.startServer();
    for (const player of stage.players) stage.open(player);
  }
  await wait(3_000);

  const [first] = stages;
  const { board } = first.evidence().start;
  const phase = board.flow.find((id) => board.phases[id]?.kind === run.kind);
  const after = phase && board.flow[board.flow.indexOf(phase) + 1];
  if (!phase || !after) throw new Error(`nothing comes after ${run.kind}`);
  leadTo(stages, phase);
  await wait(ANSWERED);

  const inside = first.tabs().flatMap((tab, index) => (tab.client.getState().view ? [index] : []));
  const viewerAt = script.pick(inside) ?? 0;
  const authors = inside.filter((index) => index !== viewerAt);
  for (let card = 0; card < WRITTEN; card++) {
    const move = run.write(script);
    for (const stage of stages) stage.tabs()[script.pick(authors) ?? 0]?.send(phase, move);
    await wait(ANSWERED);
  }
  leadTo(stages, after);
  await wait(ANSWERED);
  const viewer = first.players[viewerAt];
  if (!viewer) throw new Error('a viewer is one of the people');
  for (const stage of stages) {
    const player = stage.players[viewerAt];
    if (player) stage.open(player);
  }
  await wait(2_000);
  const [a, b] = stages.map((stage) => heardBy(viewer.visitor.person, stage.evidence().heard));
  return firstDifference(a ?? [], b ?? []);
}
