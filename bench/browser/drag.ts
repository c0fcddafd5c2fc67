// The longest task while a card is dragged across a board of 400 cards.
import type { Page } from 'playwright-core';

const MOVES = 60;

/** Milliseconds; 0 when no task took longer than 50, which is what a browser reports. */
export async function dragAcross(page: Page): Promise<number> {
  const card = page.locator('[data-drag][data-card]').first();
  await card.waitFor();
  const box = await card.boundingBox();
  if (!box) throw new Error('the card to drag is not on the screen');
  const tasks = await page.evaluateHandle(() => {
    const durations: number[] = [];
    new PerformanceObserver((list) =>
      durations.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
    return durations;
  });
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move++) {
    const way = move / MOVES;
    await page.mouse.move(
      x + (width - 100 - x) * way,
      y + (height - 150 - y) * Math.abs(Math.sin(way * 6)),
    );
  }
  await page.mouse.up();
  // The drop is a task of its own; it and the two frames after it are counted too.
  await page.waitForSelector('[data-dragging]', { state: 'detached' });
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return Math.max(0, ...(await tasks.jsonValue()));
}
