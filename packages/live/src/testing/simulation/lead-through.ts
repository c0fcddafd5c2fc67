import type { PhaseId } from '@rondo/meeting';
import type { Evidence } from './evidence.ts';
import { NO_FAULTS } from './faults.ts';
import { setStage, type Run, type Stage } from './stage.ts';

/** Long enough for a command to be answered and to reach everybody, ms. */
const ANSWERED = 300;

/** The facilitator leads there, on every stage that is not there yet. */
export function leadTo(stages: readonly Stage[], phase: PhaseId): void {
  for (const stage of stages) {
    const tab = stage.tabs().find(({ client }) => {
      const { view, me } = client.getState();
      return view !== null && view.board.facilitator === me && view.board.at !== phase;
    });
    tab?.send(null, { name: 'openPhase', args: { phase } });
  }
}

/** A whole meeting on a good day: so many acts in each phase, one phase after another, to the end. */
export async function leadThrough(run: Run, acts: number): Promise<Evidence> {
  const stage = await setStage(run, NO_FAULTS);
  stage.startServer();
  for (const player of stage.players) stage.open(player);
  await stage.time.advance(3_000);
  for (const phase of stage.evidence().start.board.flow) {
    leadTo([stage], phase);
    await stage.time.advance(ANSWERED);
    for (let act = 0; act < acts; act++) {
      stage.chance.pick(stage.tabs())?.act();
      await stage.time.advance(ANSWERED);
    }
  }
  for (const { client, send } of stage.tabs()) {
    const { view, me } = client.getState();
    if (view?.board.facilitator === me) send(null, { name: 'endMeeting', args: {} });
  }
  await stage.time.advance(ANSWERED);
  return stage.evidence();
}
