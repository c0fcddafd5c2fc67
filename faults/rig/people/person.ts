import type { LiveClient } from '@rondo/live/client';
import type { CardId, GroupId, PhaseId } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { machineChance } from '../../../apps/server/src/live/machine.ts';
import type { Seat } from './hall.ts';
import { participant, type Participant } from './participant.ts';

/** A participant with a name, who writes when told to, and says when each thing was heard and shown. */
export interface Person extends Participant {
  readonly name: string;
  /** Writes a card, or after some of them one of those anew; resolves with how long its answer took, ms. */
  readonly write: (text?: string) => Promise<number>;
  /** When each entry came, by its number: ms, on this process's clock. */
  readonly cameAt: Map<number, number>;
  /** What the screen says about the connection, with when it changed. */
  readonly said: { at: number; is: string }[];
  /** The same person in one more tab, at this server. */
  readonly again: (url: string) => LiveClient;
}

interface Wanted {
  readonly name: string;
  readonly seat: Seat;
  /** Where a server may be; one of them is tried each time. */
  readonly urls: () => readonly string[];
  /** Keeps no record of what was heard and made, for runs that are longer than memory. */
  readonly forgets?: boolean;
}

const COLLECT = 'collect-1' as PhaseId;
/** Nobody may hold more than a hundred. */
const MOST_CARDS = 20;
const newCard = (): CardId => machineChance.id<'card'>();

export function person({ name, seat, urls, forgets = false }: Wanted): Person {
  const cameAt = new Map<number, number>();
  const said: Person['said'] = [];
  const urlNow = (): string => {
    const open = urls();
    return open[Math.floor(Math.random() * open.length)] ?? 'http://127.0.0.1:1';
  };
  const one = participant(seat, urlNow, {
    forgets,
    heard: (message) => {
      if (message.t === 'p' && !forgets && !cameAt.has(message.s))
        cameAt.set(message.s, performance.now());
    },
  });
  const { client, made } = one;
  client.subscribe(() => {
    const { status, late } = client.getState();
    // What the banner of the meeting's screen is made from.
    const is = status.is === 'live' && late ? 'late' : status.is;
    if (said.at(-1)?.is !== is) said.push({ at: performance.now(), is });
  });

  const { addCard, editCard } = phases['collect']?.commands ?? {};
  if (!addCard || !editCard) throw new Error('the phase has changed');
  const cards: CardId[] = [];
  let written = 0;
  return {
    ...one,
    name,
    cameAt,
    said,
    again: (url) => person({ name, seat, urls: () => [url] }).client,
    write: async (text = 'x') => {
      const board = client.getState().view?.board;
      // Settings of this kind of phase.
      const settings = (board?.phases[COLLECT]?.settings ?? {}) as { prompts?: { id: string }[] };
      const prompt = settings.prompts?.[0]?.id ?? '';
      const begun = performance.now();
      const isNew = cards.length < MOST_CARDS;
      const id = isNew ? newCard() : (cards[written % MOST_CARDS] ?? newCard());
      if (isNew) cards.push(id);
      const mine = `${++written} ${text}`;
      const group = machineChance.id<'group'>() as GroupId;
      const before = made.length;
      const answering = isNew
        ? client.send(COLLECT, addCard, { id, group, prompt, text: mine })
        : client.send(COLLECT, editCard, { id, text: mine });
      // What is refused on the spot never leaves.
      const sent = made[before];
      const answer = await answering;
      if (sent) sent.answer = answer;
      else if (answer === 'done' && !forgets)
        one.defects.push(`${mine} is done and was never sent`);
      return performance.now() - begun;
    },
  };
}
