import type { Line } from './line.ts';
import type { Engine } from './room.ts';

const STEP_MS = 50;
/** So long an old connection goes on being served after it was asked to move, ms. */
const GRACE = 5_000;
/** How long a drained node waits for commands that are on their way, ms. */
const LONGEST_WAIT = 10_000;

/**
 * Asks everybody to move, `perSecond` of them, so that they come back elsewhere one after another;
 * whoever steers a meeting with a running timer goes last. A client takes its new connection before
 * it lets go of this one. Resolves when all are gone.
 */
export async function drain(
  engine: Engine,
  lines: ReadonlySet<Line>,
  perSecond: number,
): Promise<void> {
  if (engine.state === 'open') engine.state = 'draining';
  const waiting = [...lines].sort((a, b) => Number(isTimed(a)) - Number(isTimed(b)));
  const perStep = Math.max(1, Math.round((perSecond * STEP_MS) / 1000));
  while (waiting.length > 0) {
    for (const line of waiting.splice(0, perStep)) line.moveOn();
    await pause(engine);
  }
  const until = engine.clock.now() + GRACE;
  while (lines.size > 0 && engine.clock.now() < until) await pause(engine);
  await sendAway(engine, lines);
}

/** Closes every connection at once and waits until nothing is on its way any more. */
export async function sendAway(engine: Engine, lines: ReadonlySet<Line>): Promise<void> {
  if (engine.state === 'open') engine.state = 'draining';
  for (const line of lines) line.end('restart', 0);
  const until = engine.clock.now() + LONGEST_WAIT;
  while (isBusy(engine) && engine.clock.now() < until) await pause(engine);
}

const pause = (engine: Engine): Promise<void> =>
  new Promise((resume) => engine.clock.after(STEP_MS, resume));

const isBusy = (engine: Engine): boolean =>
  [...engine.rooms.values()].some(({ busy, queue }) => busy !== null || queue.length > 0);

function isTimed(line: Line): boolean {
  const seat = line.seat();
  const board = seat?.room.doc.board;
  return Boolean(board?.timer) && board?.facilitator === seat?.person;
}
