// The three baselines, as small as they can be, each the least a server must do for its promise:
//   raw         sends an action on to everyone in the room, keeps nothing
//   group       one insert for all actions of an event-loop turn, then a frame per action
//   coalesced   the same, then one frame per meeting and person with all of the turn's actions
// Run by baseline.ts: node server.ts <kind> <port> <cards> [<database url>]
import { createServer } from 'node:http';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';

const [kind = 'raw', port = '0', cards = '50', databaseUrl] = process.argv.slice(2);

interface Pending {
  readonly meeting: number;
  readonly patch: Buffer;
}

const rooms = new Map<number, Set<WebSocket>>();
/** What a joining client gets: the whole board, serialised once. */
const view = Buffer.from(
  JSON.stringify({
    t: 'view',
    cards: Array.from({ length: Number(cards) }, (_, i) => ({
      id: i,
      text: 'We shipped on time and nobody worked late. '.repeat(2),
      by: i % 10,
    })),
  }),
);
const text = { binary: false };

function send(meeting: number, frame: Buffer): void {
  for (const socket of rooms.get(meeting) ?? []) socket.send(frame, text);
}

const database =
  databaseUrl === undefined ? undefined : new pg.Client({ connectionString: databaseUrl });
const pending: Pending[] = [];
let isWriting = false;

/** One batch in flight: the next one grows while this one is written, and order is kept for free. */
async function write(client: pg.Client): Promise<void> {
  while (pending.length > 0) {
    const batch = pending.splice(0, 1_000);
    await client.query({
      name: 'append',
      text: 'insert into patch (meeting, body) select * from unnest($1::int[], $2::text[])',
      values: [batch.map((one) => one.meeting), batch.map((one) => one.patch.toString())],
    });
    if (kind === 'group') for (const one of batch) send(one.meeting, one.patch);
    else sendTogether(batch);
  }
  isWriting = false;
}

function sendTogether(batch: readonly Pending[]): void {
  const comma = Buffer.from(',');
  const frames = new Map<number, Buffer[]>();
  for (const { meeting, patch } of batch) {
    const parts = frames.get(meeting);
    if (parts) parts.push(comma, patch);
    else frames.set(meeting, [Buffer.from('['), patch]);
  }
  for (const [meeting, parts] of frames) send(meeting, Buffer.concat([...parts, Buffer.from(']')]));
}

function take(meeting: number, patch: Buffer): void {
  if (!database) {
    send(meeting, patch);
    return;
  }
  pending.push({ meeting, patch });
  if (!isWriting) {
    isWriting = true;
    setImmediate(() => {
      write(database).catch((error: unknown) => {
        console.error(error);
        process.exit(1);
      });
    });
  }
}

if (database) {
  await database.connect();
  await database.query(
    'drop table if exists patch; create table patch (meeting int, seq bigserial, body text, primary key (meeting, seq))',
  );
}
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket, request) => {
  const meeting = Number(new URL(request.url ?? '/', 'http://bench').searchParams.get('meeting'));
  const room = rooms.get(meeting) ?? new Set();
  rooms.set(meeting, room.add(socket));
  socket.on('error', console.error);
  socket.on('close', () => room.delete(socket));
  socket.on('message', (data: Buffer) => take(meeting, data));
  socket.send(view, text);
});
server.listen({ port: Number(port), host: '127.0.0.1', backlog: 4_096 }, () =>
  console.log('listening'),
);
