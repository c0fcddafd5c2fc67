import type { Page } from 'playwright-core';

/** Whether something comes to this page through its sockets from now on, shown or not. */
export function overhear(page: Page): (words: RegExp | string) => boolean {
  const frames: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(String(payload))),
  );
  return (words) =>
    frames.some((frame) => (typeof words === 'string' ? frame.includes(words) : words.test(frame)));
}
