import { setTimeout as pause } from 'node:timers/promises';
import { endPhase, nextDeed } from './deeds.ts';
import type { Failure } from './failure.ts';
import type { RehearsalPerson } from './person.ts';

/** How the meetings went. */
export interface MixFigures {
  readonly people: number;
  readonly meetings: number;
  readonly actions: number;
  /** Not carried out, because somebody else was quicker: that belongs to meetings. */
  readonly refused: number;
  /** Never answered. */
  readonly lost: number;
  /** Connections that were made anew. */
  readonly reconnects: number;
  /** From an action to its answer, ms. */
  readonly p50: number;
  readonly p99: number;
}

/** People think, and write, for so long between two things they do, ms. */
const THINKS_MS = { least: 2_000, most: 8_000 };
/** After the end, for answers that are still on their way, ms. */
const LAST_ANSWERS_MS = 10_000;
/** After so long without anybody coming in, nobody comes any more, ms. */
const NOBODY_COMES_MS = 6_000;
/** A server that is busy just now says when to come back, ms. */
const TOLD_TO_WAIT_MS = 20_000;

/** Resolves when everybody is in, or nobody comes any more. @returns why some are not */
export async function everybodyIn(people: readonly RehearsalPerson[]): Promise<Failure[]> {
  const missing = (): RehearsalPerson[] =>
    people.filter(({ client }) => client.getState().status.is !== 'live');
  let out = missing().length;
  let latest = performance.now();
  const patience = (): number =>
    missing().some(({ client }) => client.getState().status.is === 'full')
      ? TOLD_TO_WAIT_MS
      : NOBODY_COMES_MS;
  while (out > 0 && performance.now() < latest + patience()) {
    await pause(50);
    const now = missing().length;
    if (now < out) latest = performance.now();
    out = now;
  }
  const at = people.length - missing().length;
  return missing().map(({ client, failures }) => {
    if (client.getState().status.is === 'full') return { phase: 'handshake', kind: 'full', at };
    return { ...(failures.at(-1) ?? { phase: 'handshake', kind: 'timeout' }), at };
  });
}

/** Plays for so long: they write, and whoever leads goes on from phase to phase. */
export async function playMeetings(
  people: readonly RehearsalPerson[],
  ms: number,
  signal?: AbortSignal,
): Promise<MixFigures> {
  const took: number[] = [];
  let actions = 0;
  let refused = 0;
  const begun = performance.now();
  const connectionsBefore = sum(people.map((person) => person.connections()));
  const act = (person: RehearsalPerson, deed: Parameters<RehearsalPerson['act']>[0]): void => {
    actions++;
    const sent = performance.now();
    void person.act(deed).then((answer) => {
      took.push(performance.now() - sent);
      if (answer !== 'done') refused++;
    });
  };
  const play = async (person: RehearsalPerson): Promise<void> => {
    // Four phases: collected, grouped, voted, discussed.
    let next = begun + ms / 4;
    while (performance.now() < begun + ms && !signal?.aborted) {
      const thinks = THINKS_MS.least + Math.random() * (THINKS_MS.most - THINKS_MS.least);
      await pause(Math.min(thinks, ms / 8));
      const { view } = person.client.getState();
      if (!view) continue;
      const isLast = view.board.at === view.board.flow.at(-1);
      if (person.seat.leads && !isLast && performance.now() > next) {
        next += ms / 4;
        act(person, endPhase(view));
        continue;
      }
      const deed = nextDeed(view);
      if (deed) act(person, deed);
    }
  };
  await Promise.all(people.map(play));
  const end = performance.now() + LAST_ANSWERS_MS;
  while (took.length < actions && performance.now() < end) await pause(20);
  took.sort((a, b) => a - b);
  const at = (part: number): number =>
    Math.round((took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0) * 10) / 10;
  return {
    people: people.length,
    meetings: new Set(people.map(({ seat }) => seat.meeting)).size,
    actions,
    refused,
    lost: actions - took.length,
    reconnects: sum(people.map((person) => person.connections())) - connectionsBefore,
    p50: at(0.5),
    p99: at(0.99),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
