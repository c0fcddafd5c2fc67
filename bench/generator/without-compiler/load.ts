// The load generator for machines without a C compiler: the commands and answers of load.c, at a fraction of its speed.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { type Due, receiptsOf, type Receipts, type Seat } from './receipts.ts';

interface Member extends Seat {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly hello: string;
  socket: WebSocket | undefined;
  isReady: boolean;
  readyAt: number;
  attempts: number;
}

const port = Number(process.argv[2]);
let members: Member[] = [];
let people = 0;
let marks = { by: '', ready: '', rejected: '' };
let retry: { baseMs: number; capMs: number } | undefined;
let firstLossAt = 0;
let receipts: Receipts | undefined;
const fresh = () => ({
  frames: 0,
  bytes: 0,
  viewBytes: 0,
  closed: 0,
  closeCode: 0,
  rejected: 0,
  failedUpgrades: 0,
  firstError: '',
  firstRejection: '',
});
let counted = fresh();

function onText(member: Member, text: string): void {
  const at = performance.now();
  counted.frames++;
  counted.bytes += text.length;
  const start = text.slice(0, 400);
  if (!member.isReady && start.includes(marks.ready)) {
    member.isReady = true;
    member.readyAt = at;
    member.lastEntry = Number(/"s":(\d+)/.exec(start)?.[1] ?? 0);
    counted.viewBytes += text.length;
  } else if (start.includes(marks.rejected)) {
    if (counted.rejected++ === 0) counted.firstRejection = start;
  } else receipts?.take(member, text, at);
}

function open(member: Member): void {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${member.path}`, {
    headers: member.headers,
    perMessageDeflate: false,
  });
  member.socket = socket;
  socket.on('open', () => {
    if (member.hello !== '') socket.send(member.hello);
  });
  socket.on('message', (data: Buffer) => onText(member, data.toString()));
  socket.on('error', (error) => {
    if (error.message.includes('Unexpected server response')) counted.failedUpgrades++;
    counted.firstError ||= error.message;
  });
  socket.on('close', (code) => {
    counted.closeCode = code;
    if (member.isReady) {
      counted.closed++;
      firstLossAt ||= performance.now();
      member.attempts = 0;
    }
    member.isReady = false;
    if (!retry) return;
    const { baseMs, capMs } = retry;
    setTimeout(
      open,
      capMs === 0 ? baseMs : Math.random() * Math.min(capMs, baseMs * 2 ** member.attempts++),
      member,
    );
  });
}

/** Reads the files of plan.ts from front to back. */
function reader(file: string) {
  const data = readFileSync(file);
  let at = 0;
  const u32 = () => data.readUInt32LE((at += 4) - 4);
  const bytes = () => {
    const length = u32();
    return data.subarray(at, (at += length));
  };
  /** A masked frame with a mask of zeros: its text begins behind head and mask. */
  const frame = () => {
    const whole = bytes();
    return whole.length === 0
      ? ''
      : whole.toString('utf8', ((whole[1] ?? 0) & 0x7f) === 126 ? 8 : 6);
  };
  return { u32, bytes, frame };
}

const answer = (value: object) =>
  process.stdout.write(`${JSON.stringify({ ...value, ...counted })}\n`);
const aTurn = () => new Promise((resolve) => setTimeout(resolve, 1));

async function connectAll(file: string): Promise<void> {
  const { u32, bytes, frame } = reader(file);
  const [count, meetings] = [u32(), u32()];
  people = u32();
  const seats = Array.from({ length: meetings }, () => 0);
  members = Array.from({ length: count }, (_, index) => {
    const meeting = u32();
    const seat = seats[meeting] ?? 0;
    seats[meeting] = seat + 1;
    const [request = '', ...lines] = bytes().toString().trim().split('\r\n');
    // What a WebSocket library says by itself is left to it.
    const headers = Object.fromEntries(
      lines
        .map((line) => line.split(': ', 2))
        .filter(([name]) => name === 'Cookie' || name === 'Origin'),
    );
    return {
      meeting,
      seat,
      index,
      path: request.split(' ')[1] ?? '/',
      headers,
      hello: frame(),
      socket: undefined,
      isReady: false,
      readyAt: 0,
      attempts: 0,
      lastEntry: 0,
    };
  });
  const start = performance.now();
  retry = { baseMs: 200, capMs: 0 };
  const ready = () => members.filter((member) => member.isReady).length;
  for (
    let opened = 0;
    ready() < count && performance.now() - start < 60_000 && counted.failedUpgrades < 50;
    await aTurn()
  ) {
    const room = 100 - (opened - ready());
    for (const member of members.slice(opened, opened + Math.max(0, room))) {
      open(member);
      opened++;
    }
  }
  retry = undefined;
  answer({ ready: ready(), clients: count, ms: performance.now() - start });
}

async function run(file: string, graceMs: number): Promise<void> {
  const { u32, frame } = reader(file);
  const firstNumber = u32() + u32() * 2 ** 32;
  const actions: Due[] = Array.from({ length: u32() }, () => ({
    due: u32(),
    client: u32(),
    command: u32(),
    text: frame(),
  }));
  const book = receiptsOf(actions, firstNumber, members, people, marks.by === 'sequence');
  receipts = book;
  counted = fresh();
  const cpu = process.cpuUsage();
  const startedAt = performance.now() + 20;
  book.start(startedAt);
  const late: number[] = [];
  let next = 0;
  const end = startedAt + (actions.at(-1)?.due ?? 0) / 1_000 + graceMs;
  while (next < actions.length || (performance.now() < end && !book.isComplete())) {
    for (
      let one = actions[next];
      one && startedAt + one.due / 1_000 <= performance.now();
      one = actions[++next]
    ) {
      late.push((performance.now() - startedAt) * 1_000 - one.due);
      const socket = members[one.client]?.socket;
      if (socket?.readyState === WebSocket.OPEN) socket.send(one.text);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const used = process.cpuUsage(cpu);
  const lateP99Us = Math.round(late.sort((a, b) => a - b)[Math.floor(late.length * 0.99)] ?? 0);
  answer({
    planned: actions.length,
    sent: next,
    seconds,
    sendingCpuShare: (used.user + used.system) / 1e6 / seconds,
    lateP99Us,
    ...book.totals(),
  });
}

async function storm(baseMs: number, capMs: number, timeoutMs: number): Promise<void> {
  counted = fresh();
  firstLossAt = 0;
  retry = { baseMs, capMs };
  process.stdout.write('{"armed":true}\n');
  const limit = performance.now() + timeoutMs;
  while (
    performance.now() < limit &&
    (counted.closed < members.length || members.some(({ isReady }) => !isReady))
  )
    await aTurn();
  retry = undefined;
  const back = members
    .filter(({ isReady, readyAt }) => isReady && readyAt >= firstLossAt)
    .map(({ readyAt }) => readyAt - firstLossAt)
    .sort((a, b) => a - b);
  const at = (share: number) => back[Math.floor(share * (back.length - 1))] ?? -1;
  answer({
    back: back.length,
    clients: members.length,
    allMs: at(1),
    medianMs: at(0.5),
    p99Ms: at(0.99),
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const [command, first = '', second = '', third = '', fourth = ''] = line.split(' ');
  if (command === 'clients') {
    marks = { by: second, ready: third, rejected: fourth };
    await connectAll(first);
  } else if (command === 'run') await run(first, Number(second));
  else if (command === 'storm') await storm(Number(first), Number(second), Number(third));
  else process.stdout.write('{"error":"unknown command"}\n');
}
process.exit(0);
