import type { LiveClient } from '@rondo/live/client';
import type { FromClient, FromServer } from '@rondo/live/messages';
import type { Chance, Heard, Made, Move } from '@rondo/live/testing';
import type { MeetingId, PhaseId } from '@rondo/meeting';
import { WebSocket } from 'ws';
import { newId } from '../../apps/server/src/live/machine.ts';
import type { Code } from './code.ts';

/** Where a visitor's connections lead: the servers that run, one of them each time. */
export interface Place {
  readonly urls: () => readonly string[];
  /** What the address bar shows. */
  readonly origin: string;
  readonly cookie: string;
  readonly meeting: MeetingId;
}

/** What all visitors of a meeting leave behind for the checker. */
export interface Traces {
  readonly heard: Heard[];
  readonly made: Made[];
  readonly defects: string[];
  /** Answers that have not come yet. */
  readonly awaited: Set<Promise<unknown>>;
  /** What was carried out: `kind command`. */
  readonly done: Set<string>;
}

export const noTraces = (): Traces => ({
  heard: [],
  made: [],
  defects: [],
  awaited: new Set(),
  done: new Set(),
});

/** A tab with the code of one release, whatever release its server is. */
export interface Visitor {
  readonly code: Code;
  readonly client: LiveClient;
  /** Does something that comes to mind. */
  readonly act: () => void;
  readonly send: (phase: PhaseId | null, move: Move) => void;
}

/** Not played here: a test ends its meeting itself, with everybody in it. */
const NEVER = new Set(['endMeeting', 'reopenMeeting', 'removePerson', 'setLocked']);

export function visit(code: Code, place: Place, traces: Traces, chance: Chance): Visitor {
  let latest: Made | null = null;
  const client = code.createLiveClient({
    meeting: place.meeting,
    registry: code.registry,
    transport: { connect: (on) => connection(place, traces.heard, on) },
    store: {
      adopt: async () => [],
      keep: async (person, clientId, { n, phase, name, args }) => {
        latest = { person, client: clientId, n, phase, name, args, answer: null };
        traces.made.push(latest);
      },
      forget: async () => undefined,
      close: () => undefined,
    },
    clock: {
      now: () => performance.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    chance: { random: Math.random, id: () => newId<'client'>() },
    report: (defect) => traces.defects.push(`${code.release}: ${String(defect)}`),
  });

  function send(phase: PhaseId | null, { name, args }: Move): void {
    const kind = phase === null ? 'meeting' : client.getState().view?.board.phases[phase]?.kind;
    const commands =
      phase === null ? code.meetingCommands : (code.registry[kind ?? '']?.commands ?? {});
    const command = commands[name];
    if (!command) return;
    latest = null;
    const asked = client.send(phase, command, args);
    const made: Made | null = latest;
    const answered = asked.then((answer) => {
      if (made) note(made, answer);
      if (answer === 'done') traces.done.add(`${kind} ${name}`);
      traces.awaited.delete(answered);
    });
    traces.awaited.add(answered);
  }

  function act(): void {
    const { view, me } = client.getState();
    if (!view || !me) return;
    const at = { view, me, steers: view.board.facilitator === me, chance, now: Date.now() };
    if (chance.oneIn(8)) {
      const move = code.meetingMove(at);
      if (!NEVER.has(move.name) && !STEERING.has(move.name)) send(null, move);
      return;
    }
    const phase = view.board.at;
    const move = code.plays.get(view.board.phases[phase]?.kind ?? '')?.move({ ...at, phase });
    if (move) send(phase, move);
  }

  return { code, client, act, send };
}

/** The test leads through the phases itself, so that each gets its time. */
const STEERING = new Set(['finishPhase', 'openPhase', 'skipPhase', 'movePhase', 'setWindow']);

function note(made: Made, answer: Made['answer']): void {
  made.answer = answer;
}

type On = Parameters<Parameters<Code['createLiveClient']>[0]['transport']['connect']>[0];

function connection({ urls, origin, cookie }: Place, all: Heard[], on: On) {
  const known = urls();
  const url = known[Math.floor(Math.random() * known.length)] ?? origin;
  const texts: string[] = [];
  let since: number | null = null;
  let heard: Heard | null = null;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, {
    headers: { cookie },
    origin,
  });
  socket.on('open', on.open);
  socket.on('error', () => undefined);
  socket.on('close', (code) => on.close(code));
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    // Our own servers' words.
    const message = JSON.parse(text) as FromServer;
    if (message.t === 'welcome' && !heard) {
      heard = { person: message.me, since, texts };
      all.push(heard);
    }
    texts.push(text);
    on.message(text);
  });
  return {
    send: (text: string) => {
      // Written by the client a moment ago.
      const message = JSON.parse(text) as FromClient;
      if (message.t === 'join' && !heard) since = message.since ?? null;
      if (socket.readyState === socket.OPEN) socket.send(text);
    },
    close: () => socket.terminate(),
  };
}
