import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { seeded } from '@rondo/meeting/testing';

/** What is wrong with the line; everything at once is allowed. */
export interface Trouble {
  /** Each piece comes so much later, ms; their order stays. */
  readonly latencyMs?: number;
  /** And so much more at most, by chance. */
  readonly jitterMs?: number;
  /** Everything arrives in pieces of at most so many bytes, by chance. */
  readonly slice?: number;
  /** The most bytes per second, each way. */
  readonly bytesPerSecond?: number;
  /** Nothing gets through, and nobody is told: as behind a firewall that has forgotten. What is sent is kept. */
  readonly blackhole?: boolean;
}

/** A line to a server of this machine that can be made worse and better while it is in use. */
export interface TcpProxy {
  readonly port: number;
  /** Replaces what was wrong before, on all connections; nothing given: all is well. */
  readonly set: (trouble?: Trouble) => void;
  /** A black hole for good, for connections that are there; new ones are fine. As where the other end's machine has died and another has its address. */
  readonly strand: () => void;
  /** Ends the sending half of every connection towards the server, or towards who called. */
  readonly halfClose: (towards: 'server' | 'caller') => void;
  /** Cuts every connection without a goodbye. */
  readonly cut: () => void;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

interface Line {
  readonly caller: Socket;
  readonly server: Socket;
  readonly wake: () => void;
  readonly strand: () => void;
}

/** @param seed of everything that happens by chance */
export async function tcpProxy(to: number, seed: number): Promise<TcpProxy> {
  const chance = seeded(seed);
  const lines = new Set<Line>();
  let trouble: Trouble = {};

  const listener = createServer({ allowHalfOpen: true }, (caller) => {
    const server = connect({ port: to, host: '127.0.0.1', allowHalfOpen: true });
    let isStranded = false;
    const mine = (): Trouble => (isStranded ? { blackhole: true } : trouble);
    const there = carry(caller, server, mine, chance);
    const back = carry(server, caller, mine, chance);
    const line: Line = {
      caller,
      server,
      wake: () => {
        there();
        back();
      },
      strand: () => (isStranded = true),
    };
    lines.add(line);
    const over = (): void => {
      lines.delete(line);
      caller.destroy();
      server.destroy();
    };
    for (const socket of [caller, server]) {
      socket.setNoDelay(true);
      socket.on('error', over);
    }
    // An end is carried on by itself; only when both are gone is a line over.
    let closed = 0;
    for (const socket of [caller, server]) socket.on('close', () => ++closed === 2 && over());
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const cut = (): void => {
    for (const { caller, server } of lines) {
      caller.resetAndDestroy();
      server.resetAndDestroy();
    }
    lines.clear();
  };
  return {
    // It listens on a port, so its address is one.
    port: (listener.address() as AddressInfo).port,
    set: (next = {}) => {
      trouble = next;
      for (const { wake } of lines) wake();
    },
    strand: () => {
      for (const { strand } of lines) strand();
    },
    halfClose: (towards) => {
      for (const line of lines) line[towards].end();
    },
    cut,
    connections: () => lines.size,
    close: async () => {
      cut();
      listener.close();
      await once(listener, 'close');
    },
  };
}

/** More than this is not taken in before something has left, as with the buffers of a real line. */
const ROOM = 256 * 1024;

/** Carries what comes from one socket to the other; returns how to look again at what is wrong with the line. */
function carry(from: Socket, to: Socket, trouble: () => Trouble, chance: () => number): () => void {
  const waiting: { bytes: Buffer; at: number }[] = [];
  let held = 0;
  let hasEnded = false;
  let freeAt = 0;
  let timer: NodeJS.Timeout | undefined;

  const move = (): void => {
    clearTimeout(timer);
    const { blackhole = false, slice, bytesPerSecond } = trouble();
    while (!blackhole && !to.destroyed) {
      const [first] = waiting;
      if (!first) break;
      const now = performance.now();
      const inMs = Math.max(first.at, freeAt) - now;
      if (inMs > 0) {
        timer = setTimeout(move, Math.ceil(inMs));
        return;
      }
      const most = bytesPerSecond === undefined ? Infinity : Math.max(1, bytesPerSecond / 50);
      const size = slice === undefined ? most : Math.min(most, 1 + Math.floor(chance() * slice));
      const piece = first.bytes.subarray(0, size);
      if (piece.length === first.bytes.length) waiting.shift();
      else first.bytes = first.bytes.subarray(piece.length);
      held -= piece.length;
      if (to.writable) to.write(piece);
      if (bytesPerSecond !== undefined) freeAt = now + (piece.length / bytesPerSecond) * 1_000;
      if (held < ROOM) from.resume();
      if (slice !== undefined) {
        // At once they would leave as one.
        timer = setTimeout(move, 1);
        return;
      }
    }
    if (hasEnded && waiting.length === 0 && !blackhole) to.end();
  };

  from.on('data', (bytes: Buffer) => {
    const { latencyMs = 0, jitterMs = 0 } = trouble();
    waiting.push({ bytes, at: performance.now() + latencyMs + chance() * jitterMs });
    held += bytes.length;
    if (held >= ROOM) from.pause();
    move();
  });
  from.on('end', () => {
    hasEnded = true;
    move();
  });
  from.on('close', () => {
    // Behind a black hole not even that is heard of.
    if (!trouble().blackhole && waiting.length === 0) to.end();
  });
  return move;
}
