// How many bytes the first whole view of a large meeting takes on the wire, to a client that offers
// compression as browsers do.
import { connect, type Socket } from 'node:net';
import type { Bench } from '../bench.ts';
import { clientFrame, type Client, upgradeRequest } from '../generator/plan.ts';
import type { System } from '../system.ts';

const COMPRESSION = { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' };
/** Nothing else that is sent on joining comes near the size of a view. */
const SMALLEST_VIEW = 1_000;

export async function measureFullView(bench: Bench, rondo: System): Promise<void> {
  const running = await rondo.start({ meetings: 1, people: 50, cards: 400 });
  try {
    const [client] = running.join().clients;
    if (!client) throw new Error('a crowd of nobody');
    const compressed = { ...client, headers: { ...client.headers, ...COMPRESSION } };
    bench.results.figure('full_view_bytes', await viewBytes(compressed, running.port));
    bench.results.figure('full_view_plain_bytes', await viewBytes(client, running.port));
  } finally {
    await running.stop();
  }
}

async function viewBytes(client: Client, port: number): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write(upgradeRequest(client, port));
    const received = await until(socket, (data) => data.includes('\r\n\r\n'));
    if (client.hello !== undefined) socket.write(clientFrame(client.hello));
    let view = 0;
    await until(
      socket,
      (data) => {
        view = Math.max(0, ...frameSizes(data));
        return view > SMALLEST_VIEW;
      },
      received.subarray(received.indexOf('\r\n\r\n') + 4),
    );
    return view;
  } finally {
    socket.destroy();
  }
}

/** Sizes of the whole frames in `data`, heads included. */
function frameSizes(data: Buffer): number[] {
  const sizes: number[] = [];
  let at = 0;
  while (data.length - at >= 10) {
    const short = (data[at + 1] ?? 0) & 0x7f;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    const size =
      short === 126
        ? data.readUInt16BE(at + 2)
        : short === 127
          ? Number(data.readBigUInt64BE(at + 2))
          : short;
    if (data.length - at < head + size) break;
    sizes.push(head + size);
    at += head + size;
  }
  return sizes;
}

function until(
  socket: Socket,
  isEnough: (data: Buffer) => boolean,
  begun: Buffer = Buffer.alloc(0),
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let data: Buffer = begun;
    const onData = (chunk: Buffer) => {
      data = Buffer.concat([data, chunk]);
      if (!isEnough(data)) return;
      socket.off('data', onData);
      resolve(data);
    };
    socket.on('data', onData);
    socket.once('error', reject);
    socket.once('close', () =>
      reject(new Error(`closed before there was a view: ${data.toString('latin1', 0, 300)}`)),
    );
  });
}
