import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Whether this process keeps up with its work. */
export interface EventLoop {
  readonly isBehind: () => boolean;
  readonly stop: () => void;
}

const RESOLUTION_MS = 20;
const WINDOW_MS = 10_000;
/** With more than this, people notice that they wait. */
const BEHIND_MS = 250;

/** Looks every ten seconds whether one of a hundred turns of the event loop was late by more than 250 ms. */
export function watchEventLoop(windowMs = WINDOW_MS): EventLoop {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let isBehind = false;
  let since = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    // Where a turn takes as long as all that is looked at, hardly any of them is counted.
    const perTurn = (now - since) / (delay.count + 1);
    isBehind = Math.max(perTurn, delay.percentile(99) / 1e6) - RESOLUTION_MS > BEHIND_MS;
    since = now;
    delay.reset();
  }, windowMs);
  timer.unref();
  return {
    isBehind: () => isBehind,
    stop: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}
