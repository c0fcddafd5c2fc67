import type { Connection as ClientEnd, ConnectionEvents } from '../../client/index.ts';
import { CLOSE, type CloseReason } from '../../messages/index.ts';
import type { Authorize, Connection as ServerEnd, LiveNode } from '../../room/index.ts';
import type { Chance } from '../chance.ts';
import type { TestClock } from '../clock.ts';
import type { Faults } from './faults.ts';
import type { Life } from './mortal.ts';

/** A running node as clients reach it. */
export interface Server {
  readonly node: LiveNode;
  readonly life: Life;
  /** What breaks when the process dies. */
  readonly wires: Set<Wire>;
}

/** One connection, both of its ends. */
export interface Wire {
  /** Both ends learn that it is gone; what is on its way is lost. */
  readonly cut: () => void;
}

export interface NetworkPorts {
  readonly time: TestClock;
  readonly chance: Chance;
  readonly faults: () => Faults;
  /** The servers that answer right now. */
  readonly servers: () => readonly Server[];
}

/**
 * Connects a tab to any of the servers. Texts arrive late but in order, as on a real connection; it
 * may break with texts on their way, or hang, so that nothing gets through and nobody is told.
 */
export function connect(
  { time, chance, faults, servers }: NetworkPorts,
  tab: Life,
  authorize: Authorize,
  on: ConnectionEvents,
): ClientEnd {
  const late = (): number => chance.below(faults().latency + 1);
  const tell = (run: () => void): void => {
    if (!tab.isOver()) run();
  };
  const server = chance.pick(servers());
  if (!server || chance.oneIn(faults().refused)) {
    time.after(late(), () => tell(() => on.close(null)));
    return { send: () => undefined, close: () => undefined };
  }

  /** From now on nothing gets through. */
  let isHanging = false;
  /** Ends that have closed or learnt of it. */
  let isClientOver = false;
  let isServerOver = false;
  /** When the last text of each direction arrives: the next one comes no earlier. */
  let toServer = 0;
  let toClient = 0;

  const endServer = (): void => {
    if (isServerOver) return;
    isServerOver = true;
    server.wires.delete(wire);
    if (!server.life.isOver()) line.closed();
  };
  const endClient = (code: number | null): void => {
    if (isClientOver) return;
    isClientOver = true;
    tell(() => on.close(code));
  };
  const wire: Wire = {
    cut: () => {
      time.after(late(), endServer);
      time.after(late(), () => endClient(null));
    },
  };
  server.wires.add(wire);

  /** Whether a text gets through; some never do, and take the connection with them. */
  const passes = (): boolean => {
    if (chance.oneIn(faults().hanging)) isHanging = true;
    if (isHanging) return false;
    if (!chance.oneIn(faults().broken)) return true;
    isHanging = true;
    wire.cut();
    return false;
  };

  const serverEnd: ServerEnd = {
    send: (text) => {
      if (isServerOver || !passes()) return;
      toClient = Math.max(toClient, time.now() + late());
      time.after(toClient - time.now(), () => {
        if (!isClientOver && !isHanging) tell(() => on.message(text));
      });
    },
    buffered: () => 0,
    close: (reason: CloseReason) => {
      toClient = Math.max(toClient, time.now() + late());
      time.after(toClient - time.now(), () => {
        if (!isHanging) endClient(CLOSE[reason]);
      });
      endServer();
    },
  };
  const line = server.node.connect(serverEnd, authorize);

  const deliver = (text: string): void => {
    toServer = Math.max(toServer, time.now() + late());
    time.after(toServer - time.now(), () => {
      if (!isServerOver && !isHanging && !server.life.isOver()) line.receive(text);
    });
  };
  time.after(late(), () => {
    if (!isClientOver) tell(on.open);
  });

  return {
    send: (text) => {
      if (isClientOver || !passes()) return;
      deliver(text);
      if (text.startsWith('{"t":"do"') && chance.oneIn(faults().sentTwice)) deliver(text);
    },
    close: () => {
      if (isClientOver) return;
      isClientOver = true;
      time.after(late(), endServer);
    },
  };
}
