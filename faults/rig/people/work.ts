import { setTimeout as pause } from 'node:timers/promises';
import {
  meetingCommands,
  type CardId,
  type Command,
  type GroupId,
  type PhaseId,
} from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { vi } from 'vitest';
import { machineChance } from '../../../apps/server/src/live/machine.ts';
import { chanceOf, type Chance } from '../../../packages/phases/testing/index.ts';
import type { Participant } from './participant.ts';

export interface Work {
  /** Nobody does anything any more; resolves when everything is answered and everybody is in. */
  readonly stop: () => Promise<void>;
  /** How much was done so far. */
  readonly done: () => number;
}

const COLLECT = 'collect-1' as PhaseId;
/** What may take so long until it is calm is no matter of speed any more, ms. */
const PATIENCE = 60_000;

/**
 * Lets people write, change and take back cards, tell that they are ready, and name the meeting; so many
 * things per second for all of them together. Where only cards are wanted: `writeCards`.
 */
export function work(people: readonly Participant[], perSecond: number, seed = 1): Work {
  const chance = chanceOf(seed);
  const begun = performance.now();
  let done = 0;
  let isOver = false;
  const all = (async () => {
    while (!isOver) {
      const due = ((performance.now() - begun) / 1_000) * perSecond;
      for (; done < due; done++) {
        const one = people[chance.below(people.length)];
        if (one) actOf(one, chance);
      }
      await pause(10);
    }
  })();
  return {
    done: () => done,
    stop: async () => {
      isOver = true;
      await all;
      await settled(people);
    },
  };
}

/** Everybody is in, knows as much as the others of their meeting, and has an answer to everything. */
export function settled(people: readonly Participant[]): Promise<void> {
  return vi.waitFor(
    () => {
      const heads = new Map<string, number>();
      for (const { seat, client } of people) {
        const { seq } = client.getState();
        heads.set(seat.meeting, Math.max(seq, heads.get(seat.meeting) ?? 0));
      }
      const late = people.filter(({ seat, client, made }) => {
        const { status, waiting, seq } = client.getState();
        const isBehind = seq !== heads.get(seat.meeting);
        return status.is !== 'live' || waiting.length > 0 || isBehind || made.some(hasNoAnswer);
      });
      if (late.length > 0) throw new Error(`${late.length} people are not settled`);
    },
    { timeout: PATIENCE, interval: 50 },
  );
}

const hasNoAnswer = ({ answer }: { readonly answer: unknown }): boolean => answer === null;

function actOf(one: Participant, chance: Chance): void {
  const { seat, client } = one;
  const board = client.getState().view?.board;
  // Who is not in yet writes nothing.
  if (!board) return;
  const held = (client.getState().view?.hand.phases[COLLECT] ?? {}) as { held?: object };
  // The record's own keys are card ids.
  const cards = Object.keys(held.held ?? {}) as CardId[];
  const card = chance.pick(cards);
  if (seat.leads && chance.oneIn(3))
    return send(one, null, 'renameMeeting', { name: `Round ${chance.below(10_000)}` });
  if (chance.oneIn(6))
    return send(one, null, 'setReady', { phase: COLLECT, ready: chance.oneIn(2) });
  if (card !== undefined && chance.oneIn(4))
    return send(one, COLLECT, 'editCard', { id: card, text: chance.text() });
  if (card !== undefined && (cards.length > 60 || chance.oneIn(8)))
    return send(one, COLLECT, 'deleteCard', { id: card });
  // Settings of this kind of phase.
  const { prompts } = (board.phases[COLLECT]?.settings ?? {}) as { prompts?: { id: string }[] };
  send(one, COLLECT, 'addCard', {
    id: machineChance.id<'card'>() as CardId,
    group: machineChance.id<'group'>() as GroupId,
    prompt: chance.pick(prompts ?? [])?.id ?? '',
    text: chance.text(),
  });
}

function send(one: Participant, phase: PhaseId | null, name: string, args: object): void {
  const kind: Readonly<Record<string, Command>> | undefined =
    phase === null ? meetingCommands : phases['collect']?.commands;
  const command = kind?.[name];
  if (!command) throw new Error(`there is no ${name}`);
  const at = performance.now();
  const before = one.made.length;
  const answering = one.client.send(phase, command, args);
  // Whatever was refused on the spot has not left.
  const made = one.made[before];
  void answering.then((answer) => {
    one.noticed.answered.push({ at, ms: performance.now() - at });
    if (made) made.answer = answer;
  });
}
