// A whole installation in virtual time: servers, a PostgreSQL, and people who act and come back. It
// does what the engine does (packages/live/src/room): a turn takes what waits in every meeting, one
// statement at a time commits it, then frames leave and other servers are told and read what they miss.
import type { Costs } from './costs.ts';
import { createTimeline, createWorker, type Timeline, type Worker } from './events.ts';

export interface Shape {
  readonly people: number;
  readonly servers: number;
  readonly databaseCores: number;
  /** What one person does in a minute. */
  readonly actionsPerMinute: number;
  /** Until another server has heard of an entry, ms. */
  readonly hintMs: number;
}

/** What is going on beside the usual. */
export interface Upset {
  /** So many servers end at once, and their people come back to the others within `backMs`. */
  readonly serversLost?: number;
  readonly backMs?: number;
  /** PostgreSQL does not answer for so long, ms. */
  readonly databaseGoneMs?: number;
}

export interface Seen {
  /** From doing something until the last person of the meeting sees it, ms. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly actions: number;
  /** Not seen by everybody when the time was up. */
  readonly open: number;
  /** Shares of a core of the busiest server, and of all cores of PostgreSQL. */
  readonly serverBusy: number;
  readonly databaseBusy: number;
  /** Until the last one who was cut off has a whole view again, ms; 0: nobody was. */
  readonly backAfter: number;
  readonly hintsPerSecond: number;
}

/** How many sit in a meeting, and which share of meetings is like that. */
const SIZES: readonly (readonly [people: number, share: number])[] = [
  [5, 0.35],
  [8, 0.4],
  [12, 0.2],
  [30, 0.048],
  [300, 0.002],
];

interface Action {
  readonly at: number;
  /** Servers at which somebody has not seen it yet. */
  waiting: number;
}

const isOpen = ({ waiting }: Action): boolean => waiting > 0;

interface Meeting {
  head: number;
  /** People by server. */
  readonly at: Map<Server, number>;
  readonly entries: Action[][];
}

interface Server {
  readonly cpu: Worker;
  readonly queues: Map<Meeting, Action[]>;
  readonly seen: Map<Meeting, number>;
  readonly reading: Set<Meeting>;
  isCommitting: boolean;
  isGone: boolean;
}

export function simulate(
  shape: Shape,
  costs: Costs,
  random: () => number,
  { seconds, upset = {} }: { seconds: number; upset?: Upset },
): Seen {
  const timeline = createTimeline();
  const database = createWorker(timeline, shape.databaseCores);
  const servers: Server[] = Array.from({ length: shape.servers }, () => newServer(timeline));
  const meetings = gather(shape.people, servers, random);
  const latencies: number[] = [];
  let [actions, hints, backAfter] = [0, 0, 0];

  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

  function act(meeting: Meeting): void {
    timeline.after(pause(meeting), () => act(meeting));
    const server = any([...meeting.at.keys()]);
    if (!server) return;
    actions++;
    const queue = server.queues.get(meeting) ?? [];
    queue.push({ at: timeline.now(), waiting: 0 });
    server.queues.set(meeting, queue);
    turn(server);
  }

  /** Between two actions of a meeting, as they come from people who do not wait for each other, ms. */
  function pause(meeting: Meeting): number {
    const people = [...meeting.at.values()].reduce((sum, count) => sum + count, 0);
    return (-Math.log(1 - random()) * 60_000) / (shape.actionsPerMinute * Math.max(1, people));
  }

  function turn(server: Server): void {
    if (server.isCommitting || server.isGone) return;
    server.isCommitting = true;
    // What has come until the CPU is free goes along.
    server.cpu.work(costs.server.batch, () => {
      const taken = [...server.queues].filter(([meeting]) => !server.reading.has(meeting));
      for (const [meeting] of taken) server.queues.delete(meeting);
      const commands = taken.reduce((sum, [, queue]) => sum + queue.length, 0);
      if (commands === 0) {
        server.isCommitting = false;
        return;
      }
      server.cpu.work(commands * costs.server.command, () => commit(server, taken));
    });
  }

  function commit(server: Server, taken: readonly (readonly [Meeting, Action[]])[]): void {
    const cost = costs.database.batch + taken.length * costs.database.entry;
    database.work(cost, () => {
      const won = new Set(taken.filter(([meeting]) => server.seen.get(meeting) === meeting.head));
      for (const [meeting, done] of won) {
        meeting.head++;
        server.seen.set(meeting, meeting.head);
        for (const action of done) action.waiting = meeting.at.size;
        meeting.entries.push(done);
      }
      timeline.after(costs.commitMs, () => {
        for (const each of taken) {
          if (won.has(each)) spread(server, ...each);
          else again(server, ...each);
        }
        server.isCommitting = false;
        if (server.queues.size > 0) turn(server);
      });
    });
  }

  function spread(server: Server, meeting: Meeting, done: readonly Action[]): void {
    if (meeting.at.has(server)) show(server, meeting, done);
    const others = [...meeting.at.keys()].filter((other) => other !== server);
    if (shape.servers > 1) hints++;
    for (const other of others) timeline.after(shape.hintMs, () => read(other, meeting));
  }

  /** Another server was first: read what it wrote, then try again. */
  function again(server: Server, meeting: Meeting, done: readonly Action[]): void {
    server.queues.set(meeting, [...done, ...(server.queues.get(meeting) ?? [])]);
    read(server, meeting);
  }

  function show(server: Server, meeting: Meeting, done: readonly Action[]): void {
    server.cpu.work((meeting.at.get(server) ?? 0) * costs.server.frame, () => seenBy(done));
  }

  /** By all people of a meeting who are at one server. */
  function seenBy(done: readonly Action[]): void {
    for (const action of done) {
      action.waiting--;
      if (action.waiting === 0) latencies.push(timeline.now() - action.at);
    }
  }

  function read(server: Server, meeting: Meeting): void {
    const seen = server.seen.get(meeting) ?? meeting.head;
    if (server.isGone || server.reading.has(meeting) || seen >= meeting.head) return;
    server.reading.add(meeting);
    server.cpu.work(costs.server.tail, () => {
      database.work(costs.database.tail, () => {
        const until = meeting.head;
        const from = server.seen.get(meeting) ?? until;
        server.seen.set(meeting, until);
        server.reading.delete(meeting);
        for (const done of meeting.entries.slice(from, until)) show(server, meeting, done);
        if (server.queues.has(meeting)) turn(server);
      });
    });
  }

  function lose(server: Server, backMs: number): void {
    server.isGone = true;
    const left = servers.filter((each) => !each.isGone);
    for (const meeting of meetings) {
      const people = meeting.at.get(server) ?? 0;
      meeting.at.delete(server);
      // What they had not seen yet they see with the view.
      if (people > 0) for (const done of meeting.entries) seenBy(done.filter(isOpen));
      for (let i = 0; i < people; i++)
        timeline.after(random() * backMs, () => arrive(meeting, left));
    }
    const lostAt = timeline.now();
    function arrive(meeting: Meeting, open: readonly Server[]): void {
      const to = any(open);
      to?.cpu.work(costs.server.arrival, () => {
        database.work(costs.database.arrival, () => {
          meeting.at.set(to, (meeting.at.get(to) ?? 0) + 1);
          if (!to.seen.has(meeting)) to.seen.set(meeting, meeting.head);
          backAfter = timeline.now() - lostAt;
        });
      });
    }
  }

  for (const meeting of meetings) timeline.after(pause(meeting), () => act(meeting));
  // Filled before anything is counted.
  timeline.runUntil(2_000);
  latencies.length = 0;
  [actions, hints] = [0, 0];
  for (const worker of [database, ...servers.map(({ cpu }) => cpu)]) worker.busy();
  for (const server of servers.slice(0, upset.serversLost ?? 0)) lose(server, upset.backMs ?? 0);
  if (upset.databaseGoneMs) database.pauseUntil(timeline.now() + upset.databaseGoneMs);
  timeline.runUntil(2_000 + seconds * 1_000);
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return {
    p50: at(0.5),
    p99: at(0.99),
    worst: at(1),
    actions,
    open: Math.max(0, actions - latencies.length),
    serverBusy: Math.max(...servers.map(({ cpu }) => cpu.busy())),
    databaseBusy: database.busy(),
    backAfter,
    hintsPerSecond: hints / seconds,
  };
}

function newServer(timeline: Timeline): Server {
  return {
    cpu: createWorker(timeline, 1),
    queues: new Map(),
    seen: new Map(),
    reading: new Set(),
    isCommitting: false,
    isGone: false,
  };
}

/** Fills meetings of usual sizes; everybody comes to any of the servers, as a proxy happens to send them. */
function gather(people: number, servers: readonly Server[], random: () => number): Meeting[] {
  const meetings: Meeting[] = [];
  for (let left = people; left > 0;) {
    let share = random();
    const size = SIZES.find(([, each]) => (share -= each) <= 0)?.[0] ?? 8;
    const meeting: Meeting = { head: 0, at: new Map(), entries: [] };
    for (let i = 0; i < Math.min(size, left); i++) {
      const server = servers[Math.floor(random() * servers.length)];
      if (!server) continue;
      meeting.at.set(server, (meeting.at.get(server) ?? 0) + 1);
      server.seen.set(meeting, 0);
    }
    left -= size;
    meetings.push(meeting);
  }
  return meetings;
}
