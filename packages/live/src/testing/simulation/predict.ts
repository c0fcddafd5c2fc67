import type { LiveState } from '../../client/index.ts';
import { isSame } from '../checker/same.ts';
import { NO_FAULTS } from './faults.ts';
import { setStage, type Run, type Stage } from './stage.ts';
import type { Did, Tab } from './tab.ts';

/** What became of predictions: what was wrong, and which commands were carried out how often. */
export interface Predicted {
  readonly wrong: readonly string[];
  /** `kind command` → how often it was carried out. */
  readonly carried: ReadonlyMap<string, number>;
}

/** Long enough for a command to be answered and to reach everybody, ms. */
const ANSWERED = 400;
const STEPS = 120;

/**
 * Everybody acts in turn, each waiting until the one before has been answered: then what a person
 * saw at once has to be what the log says, and the answer has to be the one foreseen.
 */
export async function predict(run: Run): Promise<Predicted> {
  const stage = await setStage(run, NO_FAULTS);
  stage.startServer();
  for (const player of stage.players) stage.open(player);
  await stage.time.advance(3_000);

  const wrong: string[] = [];
  const carried = new Map<string, number>();
  for (let step = 0; step < STEPS; step++) {
    const tab = stage.chance.pick(stage.tabs());
    if (!tab) continue;
    const act = await actAlone(stage, tab);
    if (!act) continue;
    if (act.wrong) wrong.push(`step ${step}, ${act.name}: ${act.wrong}`);
    if (act.isDone) carried.set(act.name, (carried.get(act.name) ?? 0) + 1);
  }
  return { wrong, carried };
}

interface Act {
  readonly name: string;
  readonly isDone: boolean;
  readonly wrong: string | null;
}

async function actAlone(stage: Stage, tab: Tab): Promise<Act | null> {
  const before = tab.client.getState();
  const did = tab.act();
  if (!did) return null;
  const shown = tab.client.getState();
  await stage.time.advance(ANSWERED);
  const after = tab.client.getState();
  return {
    name: `${did.kind} ${did.command.name}`,
    isDone: did.made?.answer === 'done',
    wrong: wrongWith(did, before, shown, after),
  };
}

/** What a person saw before, at once, and when the answer had come. */
function wrongWith(
  { made, command }: Did,
  before: LiveState,
  shown: LiveState,
  after: LiveState,
): string | null {
  if (!isSame(after.view, after.base)) return 'something is still shown that the log does not say';
  if (!made) return isSame(shown.view, before.view) ? null : 'refused on the spot, but shown';
  if (made.answer === null) return 'no answer';
  if (command.side === 'server')
    return isSame(shown.view, before.view) ? null : 'shown before its answer';
  if (made.answer !== 'done') return `shown at once, then refused: ${made.answer}`;
  return isSame(shown.view, after.base) ? null : 'shown at once, but the log says something else';
}
