import type { Connection, ConnectionEvents, Transport } from '@rondo/live/client';

/** A way that failed so often in a row gives the other one a chance. */
const PATIENCE = 2;

/**
 * The first way, the second where the first does not get through, and whatever worked last is tried
 * first the next time. Some proxies open a socket and let nothing pass, so only a message counts.
 */
export function eitherOf(first: Transport, second: Transport): Transport {
  let ways = [first, second] as const;
  let failures = 0;

  return {
    connect: (on: ConnectionEvents): Connection => {
      let isHeard = false;
      let isOver = false;
      const over = (): void => {
        if (isHeard || isOver) return;
        isOver = true;
        if (++failures < PATIENCE) return;
        failures = 0;
        ways = [ways[1], ways[0]];
      };
      const connection = ways[0].connect({
        open: on.open,
        message: (text) => {
          isHeard = true;
          failures = 0;
          on.message(text);
        },
        close: (code) => {
          over();
          on.close(code);
        },
      });
      return {
        send: connection.send,
        close: () => {
          over();
          connection.close();
        },
      };
    },
  };
}
