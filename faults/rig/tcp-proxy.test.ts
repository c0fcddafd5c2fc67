import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { tcpProxy, type TcpProxy } from './tcp-proxy.ts';

const open = new Set<Socket>();
afterEach(() => {
  for (const socket of open) socket.destroy();
  open.clear();
});

/** Somebody at each end of a line through the proxy. */
async function line(): Promise<{ proxy: TcpProxy; caller: End; server: End }> {
  const listener = createServer({ allowHalfOpen: true });
  // Cut on purpose.
  listener.on('connection', (socket) => socket.on('error', () => undefined));
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  // It listens on a port, so its address is one.
  const proxy = await tcpProxy((listener.address() as AddressInfo).port, 1);
  onTestFinished(async () => {
    await proxy.close();
    listener.close();
  });
  const accepted = once(listener, 'connection') as Promise<[Socket]>;
  const caller = endOf(connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true }));
  const [socket] = await accepted;
  return { proxy, caller, server: endOf(socket) };
}

interface End {
  readonly socket: Socket;
  readonly heard: () => string;
  readonly pieces: string[];
  readonly ended: () => boolean;
  readonly error: () => string;
}

function endOf(socket: Socket): End {
  open.add(socket);
  const pieces: string[] = [];
  let hasEnded = false;
  let wrong = '';
  socket.on('data', (bytes: Buffer) => pieces.push(bytes.toString()));
  socket.on('end', () => (hasEnded = true));
  socket.on('error', (error) => (wrong = 'code' in error ? String(error.code) : error.message));
  return {
    socket,
    pieces,
    heard: () => pieces.join(''),
    ended: () => hasEnded,
    error: () => wrong,
  };
}

const hears = (end: End, text: string): Promise<void> =>
  vi.waitFor(() => expect(end.heard()).toBe(text), { timeout: 5_000, interval: 2 });

test('everything gets through, both ways and in order', async () => {
  const { caller, server } = await line();
  const long = Array.from({ length: 50_000 }, (_, each) => `${each} `).join('');
  caller.socket.write(long);
  server.socket.write('hello');
  await hears(server, long);
  await hears(caller, 'hello');
  expect(server.ended()).toBe(false);
});

test('latency holds everything up, and swaps nothing', async () => {
  const { proxy, caller, server } = await line();
  proxy.set({ latencyMs: 150, jitterMs: 50 });
  const begun = performance.now();
  for (const word of ['a', 'b', 'c', 'd']) caller.socket.write(word);
  await hears(server, 'abcd');
  expect(performance.now() - begun).toBeGreaterThan(140);
});

test('slices are small, and what they were cut from is whole', async () => {
  const { proxy, caller, server } = await line();
  proxy.set({ slice: 3, latencyMs: 1 });
  caller.socket.write('0123456789'.repeat(20));
  await hears(server, '0123456789'.repeat(20));
  expect(server.pieces.length).toBeGreaterThan(10);
});

test('a narrow line takes its time', async () => {
  const { proxy, caller, server } = await line();
  proxy.set({ bytesPerSecond: 10_000 });
  const begun = performance.now();
  caller.socket.write('x'.repeat(3_000));
  await hears(server, 'x'.repeat(3_000));
  expect(performance.now() - begun).toBeGreaterThan(200);
});

test('a black hole swallows nothing for ever: it comes through when the hole has closed', async () => {
  const { proxy, caller, server } = await line();
  caller.socket.write('before');
  await hears(server, 'before');
  proxy.set({ blackhole: true });
  caller.socket.write(' meanwhile');
  server.socket.write('answer');
  // Another line shows that time enough has passed.
  const other = await line();
  other.caller.socket.write('x');
  await hears(other.server, 'x');
  expect([server.heard(), caller.heard()]).toEqual(['before', '']);
  proxy.set();
  await hears(server, 'before meanwhile');
  await hears(caller, 'answer');
});

test('nobody behind a black hole hears that the other end has gone', async () => {
  const { proxy, caller, server } = await line();
  proxy.set({ blackhole: true });
  server.socket.destroy();
  const other = await line();
  other.caller.socket.write('x');
  await hears(other.server, 'x');
  expect([caller.ended(), caller.error()]).toEqual([false, '']);
  proxy.set();
  await vi.waitFor(() => expect(caller.ended()).toBe(true));
});

test('stranded, a connection is dead for good, and a new one is not', async () => {
  const { proxy, caller, server } = await line();
  proxy.strand();
  proxy.set();
  caller.socket.write('into the void');
  const again = endOf(connect({ port: proxy.port, host: '127.0.0.1' }));
  again.socket.write('x');
  await vi.waitFor(() => expect(proxy.connections()).toBe(2));
  const other = await line();
  other.caller.socket.write('x');
  await hears(other.server, 'x');
  expect([server.heard(), caller.error()]).toEqual(['', '']);
});

test('half closed, the other half goes on', async () => {
  const { proxy, caller, server } = await line();
  proxy.halfClose('server');
  await vi.waitFor(() => expect(server.ended()).toBe(true));
  server.socket.write('still here');
  await hears(caller, 'still here');
  expect(caller.ended()).toBe(false);
});

test('cut, both ends hear of it at once', async () => {
  const { proxy, caller, server } = await line();
  expect(proxy.connections()).toBe(1);
  proxy.cut();
  await vi.waitFor(() =>
    expect([caller.error(), server.error()]).toEqual(['ECONNRESET', 'ECONNRESET']),
  );
  expect(proxy.connections()).toBe(0);
});
