import { expect, it, onTestFinished } from 'vitest';
import { watchProcess } from './process.ts';

it('a turn that took long is seen as delay of the event loop', async () => {
  const watch = watchProcess();
  onTestFinished(watch.stop);
  const longest = (): number =>
    watch.families().find(({ name }) => name === 'nodejs_eventloop_delay_max_seconds')?.samples[0]
      ?.value ?? NaN;
  const look = (): number => {
    // Between two looks, as Node.js measures nothing until its own timer has run after one.
    setTimeout(block, 60, 200).unref();
    return longest();
  };
  await expect.poll(look, { interval: 300 }).toBeGreaterThan(0.15);
});

/** Does nothing else for so many ms. */
function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
