import type { Marks } from './generator/generator.ts';
// What every measured system offers to the measurements, be it a baseline or Rondo.
import type { Action, Client, Crowd } from './generator/plan.ts';
import { seeded } from './seeded.ts';

export type SystemName = 'raw' | 'group commit' | 'coalesced' | 'rondo';

export interface Running {
  readonly port: number;
  /** Every process whose work counts as the server's. It changes with a restart. */
  readonly pid: number;
  /** Everybody as they come in, each time anew: a server that counts commands counts from 1 again. */
  join(): Crowd;
  readonly marks: Marks;
  /** The texts of `count` further actions, numbered from `first`, and who sends each. */
  script(first: number, count: number): Omit<Action, 'due'>[];
  /** Ends it at once, as a crash would, and starts it again on the same port. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

export interface Size {
  readonly meetings: number;
  /** Participants of each. */
  readonly people: number;
  /** On each board from the start. */
  readonly cards: number;
}

export interface System {
  readonly name: SystemName;
  start(size: Size): Promise<Running>;
}

/** Spreads actions evenly over the time at the rate given: open loop, whoever is late counts as late. */
export function plan(
  running: Running,
  first: number,
  perSecond: number,
  seconds: number,
): Action[] {
  const count = Math.max(1, Math.round(perSecond * seconds));
  return running
    .script(first, count)
    .map((action, i) => ({ ...action, due: Math.round((i * 1_000_000) / perSecond) }));
}

/** Everyone of every meeting, meeting after meeting. */
export function crowdOf(
  meetings: number,
  people: number,
  client: (meeting: number, seat: number) => Omit<Client, 'meeting'>,
): Crowd {
  const clients = Array.from({ length: meetings * people }, (_, i) => {
    const meeting = Math.floor(i / people);
    return { meeting, ...client(meeting, i % people) };
  });
  return { meetings, people, clients };
}

/** Who acts next: meetings take turns, so that none is busier than another; within one, anyone. */
export function actors(
  crowd: Pick<Size, 'meetings' | 'people'>,
  seed: number,
): () => { meeting: number; seat: number; client: number } {
  const random = seeded(seed);
  let turn = 0;
  return () => {
    const meeting = turn++ % crowd.meetings;
    const seat = Math.floor(random() * crowd.people);
    return { meeting, seat, client: meeting * crowd.people + seat };
  };
}

export function keyOf(name: SystemName): string {
  return name.replace(' ', '_');
}
