import { PROTOCOL } from '@rondo/live/messages';
// A program: what a command costs in CPU without network and database, in the engine as the server
// runs it: reading the message, validating, authorizing, running, patch, log text, frames for all.
// Prints one line of JSON. Run by measure/command-cost.ts in a process of its own.
//   node command-cost.ts <commands per turn>
import { LIMITS, createNode, type Log } from '@rondo/live/room';
import type { Id, MeetingId } from '@rondo/meeting';
import { phasesOnServer } from '@rondo/phases/server';
import { createPlayer } from '../mix.ts';
import { participantId, playedMeeting } from './document.ts';

const CARDS = 300;
const PEOPLE = 50;
const WARM_UP = 20_000;
const MEASURED = 20_000;

const commandsPerTurn = Number(process.argv[2] ?? 1);
// Any string of this shape is an id; the brand only tells kinds apart.
const meeting = 'bench' as MeetingId;
let drawn = 0;

/** Accepts everything at once and keeps nothing. */
const log: Log = {
  create: () => Promise.resolve(),
  load: () => Promise.resolve({ seq: 1, doc: playedMeeting(PEOPLE, CARDS) }),
  tail: () => Promise.resolve(null),
  append: (entries) => Promise.resolve(entries.map(() => true)),
  finish: () => Promise.resolve(true),
  reopen: () => Promise.resolve(true),
  snapshot: () => Promise.resolve(),
  heads: () => Promise.resolve(new Map()),
};

const plenty = { perSecond: 1e9, burst: 1e9 };
const node = createNode({
  name: 'bench',
  registry: phasesOnServer,
  log,
  bus: { publish: () => undefined, subscribe: () => () => undefined },
  clock: {
    now: Date.now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    soon: setImmediate,
  },
  chance: { random: Math.random, id: <B extends string>() => `drawn${drawn++}` as Id<B> },
  report: ({ error }) => {
    throw error;
  },
  limits: { ...LIMITS, commands: plenty, messages: plenty },
});

const sent = { frames: 0, characters: 0 };
const lines = Array.from({ length: PEOPLE }, (_, seat) => {
  const send = (text: string) => {
    sent.frames++;
    sent.characters += text.length;
  };
  const close = (why: string) => {
    throw new Error(`closed: ${why}`);
  };
  const line = node.connect({ send, close, buffered: () => 0 }, () =>
    Promise.resolve({
      person: participantId(seat),
      name: `Person ${seat}`,
      role: 'guest',
      lead: false,
    }),
  );
  line.receive(JSON.stringify({ t: 'join', v: PROTOCOL, meeting, client: `client${seat}` }));
  return line;
});
const aTurn = () => new Promise((resolve) => setImmediate(resolve));
while (node.figures().views < PEOPLE) await aTurn();

const players = lines.map((_, seat) => createPlayer(seat, CARDS));
const numbers = lines.map(() => 0);

/** The messages are made beforehand: writing them is the browser's work. */
function messages(count: number): [seat: number, text: string][] {
  return Array.from({ length: count }, (_, i) => {
    const seat = (i * 7) % PEOPLE;
    const n = (numbers[seat] ?? 0) + 1;
    numbers[seat] = n;
    return [seat, JSON.stringify({ t: 'do', n, ...players[seat]?.next() })];
  });
}

async function play(all: readonly [seat: number, text: string][]): Promise<void> {
  const before = node.figures().commands;
  for (let at = 0; at < all.length; at += commandsPerTurn) {
    for (const [seat, text] of all.slice(at, at + commandsPerTurn)) lines[seat]?.receive(text);
    await aTurn();
  }
  while (node.figures().commands < before + all.length) await aTurn();
}

await play(messages(WARM_UP));
const measured = messages(MEASURED);
const cpu = process.cpuUsage();
const [{ refused }, { frames }] = [node.figures(), sent];
await play(measured);
const used = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    us: (used.user + used.system) / MEASURED,
    refused: node.figures().refused - refused,
    framesPerCommand: (sent.frames - frames) / MEASURED,
  }),
);
process.exit(0);
