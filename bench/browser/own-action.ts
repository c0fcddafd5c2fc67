// How long after the key is pressed one's own card is on the screen, among 400 others.
import type { Page } from 'playwright-core';

export interface OwnAction {
  /** From the key to the card in the page. */
  readonly inPageMs: number;
  /** From the key to the frame that shows it; waits for the screen's next frame, so up to 16 ms more. */
  readonly paintedMs: number;
}

export async function addOwnCards(page: Page, count: number): Promise<OwnAction[]> {
  const field = page.getByRole('textbox', { name: 'New card' });
  const results: OwnAction[] = [];
  for (let index = 0; index < count; index++) {
    const text = `Own card number ${index}`;
    await field.fill(text);
    const shown = page.evaluate(watchForCard, text);
    await field.press('Enter');
    results.push(await shown);
  }
  return results;
}

/** Runs in the page. */
function watchForCard(text: string): Promise<OwnAction> {
  return new Promise((resolve) => {
    let pressedAt = 0;
    addEventListener('keydown', (event) => (pressedAt = event.timeStamp), {
      once: true,
      capture: true,
    });
    const observer = new MutationObserver((changes) => {
      const isThere = changes.some(({ addedNodes }) =>
        [...addedNodes].some((node) => node.textContent?.includes(text)),
      );
      if (!isThere || pressedAt === 0) return;
      observer.disconnect();
      const inPageMs = performance.now() - pressedAt;
      requestAnimationFrame(() => {
        // The task after the frame's callbacks runs when it has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ inPageMs, paintedMs: performance.now() - pressedAt });
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}
