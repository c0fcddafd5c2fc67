import { expect, onTestFinished, test } from 'vitest';
import { watchEventLoop } from './event-loop.ts';

/** Keeps this process from everything else. */
function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('an event loop is behind while its turns are late, and no longer than that', async () => {
  const eventLoop = watchEventLoop(200);
  onTestFinished(eventLoop.stop);
  expect(eventLoop.isBehind()).toBe(false);
  await expect
    .poll(
      () => {
        work(400);
        return eventLoop.isBehind();
      },
      { interval: 1, timeout: 10_000 },
    )
    .toBe(true);
  await expect.poll(eventLoop.isBehind, { interval: 20, timeout: 10_000 }).toBe(false);
});
