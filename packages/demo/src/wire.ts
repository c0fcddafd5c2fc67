import type { Transport } from '@rondo/live/client';
import { CLOSE } from '@rondo/live/messages';
import type { LiveNode, Visitor } from '@rondo/live/room';

/** A little later than at once, ms: so that it feels like a network, and nothing runs inside something else. */
const WAY = 15;

/** A connection that never leaves this tab. Texts arrive in order. */
export const wireTo = (
  node: LiveNode,
  visitor: Visitor,
  after: (ms: number, run: () => void) => void,
): Transport => ({
  connect: (on) => {
    let isOpen = true;
    const line = node.connect(
      {
        send: (text) =>
          after(WAY, () => {
            if (isOpen) on.message(text);
          }),
        buffered: () => 0,
        close: (reason) =>
          after(WAY, () => {
            if (!isOpen) return;
            isOpen = false;
            on.close(CLOSE[reason]);
            line.closed();
          }),
      },
      () => Promise.resolve(visitor),
    );
    after(WAY, on.open);
    return {
      send: (text) =>
        after(WAY, () => {
          if (isOpen) line.receive(text);
        }),
      close: () => {
        if (!isOpen) return;
        isOpen = false;
        line.closed();
      },
    };
  },
});
