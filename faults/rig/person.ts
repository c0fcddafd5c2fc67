import {
  createLiveClient,
  type CommandStore,
  type LiveClient,
  type LiveState,
} from '@rondo/live/client';
import type { FromClient, FromServer } from '@rondo/live/messages';
import type { Heard, Made } from '@rondo/live/testing';
import type { CardId, ClientId, GroupId, MeetingId, ParticipantId, PhaseId } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { WebSocket } from 'ws';
import { machineChance } from '../../apps/server/src/live/machine.ts';

/** Somebody with the real client, and a record of all that came to their ears. */
export interface Person {
  readonly name: string;
  /** What shows a server who this is. */
  readonly cookie: string;
  readonly client: LiveClient;
  /** Writes a card, or after some of them one of those anew; resolves with how long its answer took, ms. */
  readonly write: (text?: string) => Promise<number>;
  readonly heard: Heard[];
  readonly made: Made[];
  /** Defects that the client reports. */
  readonly defects: string[];
  /** When each entry came, by its number: ms, on this process's clock. */
  readonly cameAt: Map<number, number>;
  /** What the screen says about the connection, with when it changed. */
  readonly said: { at: number; is: string }[];
  /** The socket in use; none while there is no connection. */
  readonly socket: () => WebSocket | null;
  /** The same person in one more tab, at this server. */
  readonly again: (url: string) => LiveClient;
}

interface Wanted {
  readonly name: string;
  readonly cookie: string;
  readonly meeting: MeetingId;
  /** Where a server may be; one of them is tried each time. */
  readonly urls: () => readonly string[];
  /** Keeps no record of what was heard and sent, for runs that are longer than memory. */
  readonly forgets?: boolean;
}

const COLLECT = 'collect-1' as PhaseId;
/** Nobody may hold more than a hundred. */
const MOST_CARDS = 20;
const newCard = (): CardId => machineChance.id<'card'>();

export function person({ name, cookie, meeting, urls, forgets = false }: Wanted): Person {
  const heard: Heard[] = [];
  const made: Made[] = [];
  const defects: string[] = [];
  const cameAt = new Map<number, number>();
  const said: Person['said'] = [];
  let socket: WebSocket | null = null;
  let me: ParticipantId | null = null;

  const client = createLiveClient({
    meeting,
    registry: phases,
    store: forgetful,
    clock: {
      now: () => performance.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    chance: { random: Math.random, id: () => machineChance.id<'client'>() },
    report: (defect) => defects.push(String(defect)),
    transport: {
      connect: (on) => {
        const open = urls();
        const url = open[Math.floor(Math.random() * open.length)] ?? 'http://127.0.0.1:1';
        const web = new WebSocket(`${url.replace('http', 'ws')}/live`, {
          headers: { cookie },
          origin: url,
        });
        let mine: { person: ParticipantId; since: number | null; texts: string[] } | null = null;
        let since: number | null = null;
        let as: ClientId | null = null;
        web.on('open', () => {
          socket = web;
          on.open();
        });
        web.on('error', () => undefined);
        web.on('close', (code) => {
          if (socket === web) socket = null;
          on.close(code);
        });
        web.on('message', (data: Buffer) => {
          const text = data.toString();
          // Only servers of ours are called.
          const message = JSON.parse(text) as FromServer;
          if (message.t === 'welcome') {
            me = message.me;
            mine = { person: me, since, texts: [] };
            heard.push(mine);
          }
          if (forgets) return on.message(text);
          if (message.t === 'p' && !cameAt.has(message.s)) cameAt.set(message.s, performance.now());
          mine?.texts.push(text);
          on.message(text);
        });
        return {
          send: (text) => {
            if (web.readyState !== web.OPEN) return;
            // The client's own words.
            const message = JSON.parse(text) as FromClient;
            if (message.t === 'join') {
              since = message.since ?? null;
              as = message.client;
            }
            if (message.t === 'do' && as !== null && me !== null) note(me, as, message);
            web.send(text);
          },
          close: () => {
            if (socket === web) socket = null;
            web.terminate();
          },
        };
      },
    },
  });

  function note(who: ParticipantId, as: ClientId, { n, p, c, a }: FromClient & { t: 'do' }): void {
    if (forgets || made.some((each) => each.client === as && each.n === n)) return;
    made.push({ person: who, client: as, n, phase: p, name: c, args: a, answer: null });
  }

  client.subscribe(() => {
    const is = shown(client.getState());
    if (said.at(-1)?.is !== is) said.push({ at: performance.now(), is });
  });

  const { addCard, editCard } = phases['collect']?.commands ?? {};
  if (!addCard || !editCard) throw new Error('the phase has changed');
  const cards: CardId[] = [];
  let written = 0;
  return {
    name,
    cookie,
    client,
    heard,
    made,
    defects,
    cameAt,
    said,
    socket: () => socket,
    again: (url) => person({ name, cookie, meeting, urls: () => [url] }).client,
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
      const answer = isNew
        ? await client.send(COLLECT, addCard, { id, group, prompt, text: mine })
        : await client.send(COLLECT, editCard, { id, text: mine });
      const sent = made.find(({ args }) => (args as { text?: unknown }).text === mine);
      if (sent) sent.answer = answer;
      // What is refused on the spot never leaves.
      else if (answer === 'done' && !forgets) defects.push(`${mine} is done and was never sent`);
      return performance.now() - begun;
    },
  };
}

/** What the banner of the meeting's screen is made from. */
const shown = ({ status, late }: LiveState): string =>
  status.is === 'live' && late ? 'late' : status.is;

/** Tabs of a test are never closed before their work is done. */
const forgetful: CommandStore = {
  adopt: async () => [],
  keep: async () => undefined,
  forget: async () => undefined,
  close: () => undefined,
};
