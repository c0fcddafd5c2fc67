import type { Line } from './line.ts';
import type { Engine } from './room.ts';

const STEP_MS = 50;
/** So long an old connection goes on being served after it was asked to move, ms. */
const GRACE = 5_000;
/** How long a drained node waits for commands that are on their way, ms. */
const LONGEST_WAIT = 10_000;

/** How the connections of a node left it. */
export interface Drained {
  /** Asked to move; each of them took another before it let go of this one, but for the next. */
  moved: number;
  /** Closed, as they had not gone by themselves. */
  cut: number;
  /** From being asked until being gone, of the slowest, ms. */
  longestMs: number;
}

/**
 * Asks everybody to move, `perSecond` of them, so that they come back elsewhere one after another;
 * whoever steers a meeting with a running timer goes last. A client takes its new connection before
 * it lets go of this one. Resolves when all are gone.
 */
export async function drain(
  engine: Engine,
  lines: ReadonlySet<Line>,
  perSecond: number,
): Promise<Drained> {
  if (engine.state === 'open') engine.state = 'draining';
  const begun = engine.clock.now();
  const waiting = new Set(lines);
  const asked = new Map<Line, number>();
  const drained: Drained = { moved: waiting.size, cut: 0, longestMs: 0 };
  const look = (): void => {
    for (const [line, at] of asked) {
      if (lines.has(line)) continue;
      asked.delete(line);
      drained.longestMs = Math.max(drained.longestMs, engine.clock.now() - at);
    }
  };
  const ask = (): void => {
    // By the time that has passed, and not by steps: a busy server makes longer ones.
    const due = Math.ceil((perSecond * (engine.clock.now() - begun + STEP_MS)) / 1000);
    for (const line of next(waiting, due - (drained.moved - waiting.size))) {
      waiting.delete(line);
      if (!lines.has(line)) continue;
      line.moveOn();
      asked.set(line, engine.clock.now());
    }
  };
  while (waiting.size > 0) {
    ask();
    await pause(engine);
    look();
  }
  const until = engine.clock.now() + GRACE;
  while (lines.size > 0 && engine.clock.now() < until) {
    await pause(engine);
    look();
  }
  drained.cut = lines.size;
  await sendAway(engine, lines);
  return drained;
}

/** The next ones to go: whose meeting has a running timer and who steers it, as late as possible. */
function next(waiting: ReadonlySet<Line>, most: number): Line[] {
  const all = [...waiting];
  if (all.length <= most) return all;
  const free = all.filter((line) => !isTimed(line));
  return (free.length > 0 ? free : all).slice(0, Math.max(1, most));
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
