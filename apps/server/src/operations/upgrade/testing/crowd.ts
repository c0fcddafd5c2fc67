import { setTimeout as pause } from 'node:timers/promises';
import { createLiveClient, type CommandStore, type LiveClient } from '@rondo/live/client';
import type { FromServer } from '@rondo/live/messages';
import type { CardId, GroupId, MeetingId, PhaseId } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import pg from 'pg';
import { WebSocket } from 'ws';
import { machineChance } from '../../../live/machine.ts';
import { browser, type Browser } from '../../../testing/browser.ts';
import type { Launched } from './launched.ts';

/** What people in a meeting notice of what is done to the server. */
export interface Noticed {
  /** Connections that ended otherwise than by the client's own letting go. */
  forced: number[];
  /** Attempts to connect that failed. */
  refused: string[];
  /** Why they were sent away before they were let in. */
  turnedAway: string[];
  /** What they were told when, having been in, they were not: the banner that says there is no connection. */
  banners: string[];
  /** How long each command took until it was answered, ms. */
  readonly answeredMs: number[];
  readonly answers: string[];
}

export interface Person {
  readonly client: LiveClient;
  /** What they have written, by the ids of the cards. */
  readonly cards: string[];
  readonly connections: () => number;
}

export interface Crowd {
  readonly people: readonly Person[];
  readonly meeting: MeetingId;
  /** Who leads the meeting. */
  readonly ada: Browser;
  readonly noticed: Noticed;
  /** Everybody is in, and nothing waits for an answer. */
  readonly isSettled: () => boolean;
  /** Somebody writes a card; resolves when it is answered. */
  readonly write: (person: Person) => Promise<void>;
  readonly leave: () => void;
}

const COLLECT = 'collect-1' as PhaseId;

/** A meeting on a new server in which so many guests can write cards; all of them are in. */
export async function crowd(server: Launched, size: number): Promise<Crowd> {
  const { ada, meeting } = await meetingOn(server);
  const noticed: Noticed = {
    forced: [],
    refused: [],
    turnedAway: [],
    banners: [],
    answeredMs: [],
    answers: [],
  };
  const people: Person[] = [];
  for (let each = 0; each < size; each++) {
    people.push(openPerson(server.url, await guest(server.url, meeting, each), meeting, noticed));
  }
  const isSettled = (): boolean =>
    people.every(({ client }) => {
      const { status, waiting } = client.getState();
      return status.is === 'live' && waiting.length === 0;
    });
  while (!isSettled()) await pause(20);
  const addCard = phases['collect']?.commands['addCard'];
  if (!addCard) throw new Error('the phase has changed');
  return {
    people,
    meeting,
    ada,
    noticed,
    isSettled,
    write: async ({ client, cards }) => {
      const board = client.getState().view?.board;
      const { prompts } = (board?.phases[COLLECT]?.settings ?? {}) as {
        prompts?: { id: string }[];
      };
      const id = machineChance.id<'card'>() as CardId;
      cards.push(id);
      const begun = performance.now();
      const answer = await client.send(COLLECT, addCard, {
        id,
        group: machineChance.id<'group'>() as GroupId,
        prompt: prompts?.[0]?.id ?? '',
        text: 'x',
      });
      noticed.answeredMs.push(performance.now() - begun);
      noticed.answers.push(answer);
    },
    leave: () => people.forEach(({ client }) => client.close()),
  };
}

async function meetingOn({
  url,
  claimCode,
}: Launched): Promise<{ ada: Browser; meeting: MeetingId }> {
  const ada = browser(url);
  const claimed = await ada.post('/api/server/claim', {
    code: claimCode,
    name: 'Ada',
    email: 'ada@example.org',
    password: 'a long enough password',
    organization: 'Engines',
    team: 'Analytics',
    language: 'en',
  });
  // The endpoints' own schemas have checked these on the server.
  const { team } = claimed.json() as { team: string };
  const wanted = { activity: 'start-stop-continue', without: [0], guests: 'yes' };
  const started = await ada.post(`/api/teams/${team}/meetings`, wanted);
  const { meeting } = started.json() as { meeting: MeetingId };
  return { ada, meeting };
}

async function guest(url: string, meeting: string, each: number): Promise<string> {
  const there = browser(url);
  const answer = await there.post(`/api/meetings/${meeting}/guests`, { name: `Guest ${each}` });
  if (answer.status !== 200) throw new Error(`guest ${each}: ${answer.status} ${answer.text}`);
  return [...there.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

function openPerson(url: string, cookie: string, meeting: MeetingId, noticed: Noticed): Person {
  let connections = 0;
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
    report: (defect) => {
      throw defect;
    },
    transport: {
      connect: (on) => {
        const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, {
          headers: { cookie },
          origin: url,
        });
        let isOurs = false;
        let wasOpen = false;
        socket.on('open', () => {
          wasOpen = true;
          connections++;
          on.open();
        });
        socket.on('error', (error) => !wasOpen && !isOurs && noticed.refused.push(error.message));
        socket.on('close', (code) => {
          if (wasOpen && !isOurs) noticed.forced.push(code);
          on.close(code);
        });
        let isIn = false;
        socket.on('message', (data: Buffer) => {
          const text = data.toString();
          // Only our own server is called.
          const message = JSON.parse(text) as FromServer;
          if (message.t === 'welcome') isIn = true;
          if (message.t === 'bye' && !isIn) noticed.turnedAway.push(message.why);
          on.message(text);
        });
        return {
          send: (text) => {
            if (socket.readyState === socket.OPEN) socket.send(text);
          },
          close: () => {
            isOurs = true;
            socket.terminate();
          },
        };
      },
    },
  });
  let wasIn = false;
  client.subscribe(() => {
    const { is } = client.getState().status;
    if (is !== 'live' && wasIn) noticed.banners.push(is);
    wasIn = is === 'live';
  });
  return { client, cards: [], connections: () => connections };
}

/** Tabs of a test are never closed before their work is done. */
const forgetful: CommandStore = {
  adopt: async () => [],
  keep: async () => undefined,
  forget: async () => undefined,
  close: () => undefined,
};

/** Cards that the log does not hold exactly once, of all that anybody has written. */
export async function lostOrDoubled(
  { people, meeting }: Crowd,
  database: string,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query<{ body: string }>(
      'select body from meeting_patch where meeting_id = $1',
      [meeting],
    );
    const log = rows.map(({ body }) => body).join('\n');
    // A card is set once, under its id in its author's hand.
    const times = (id: string): number => log.split(`"held","${id}"]`).length - 1;
    return people.flatMap(({ cards }) => cards).filter((id) => times(id) !== 1);
  } finally {
    await client.end();
  }
}
