import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** An address that stays while the servers behind it change, as a proxy's or a balancer's does. */
export interface Front {
  readonly port: number;
  /** New connections go to this port from now on; those that are open stay where they are. */
  readonly leadTo: (port: number) => void;
  readonly close: () => Promise<void>;
}

export async function openFront(): Promise<Front> {
  let behind = 0;
  const open = new Set<Socket>();
  const server = createServer((outside) => {
    const inside = connect(behind, '127.0.0.1');
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      open.add(one);
      one.pipe(other);
      // Whoever goes away takes the other along, as a proxy does.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    // It listens on a port, so its address has one.
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => {
      behind = port;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
