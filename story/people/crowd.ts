import { setTimeout as pause } from 'node:timers/promises';
import type { ParticipantId } from '@rondo/meeting';
import { endPhase, nextDeed } from '../../apps/server/src/operations/rehearsal/deeds.ts';
import { bodyOf, browserOn, cookieOf, type Host } from './hosts.ts';
import type { Noticed } from './noticed.ts';
import { person, type Person } from './person.ts';
import { watchMeeting, type Seen } from './seen.ts';
import type { Way } from './way.ts';

/** Everybody who meets. */
export interface Crowd {
  readonly people: () => readonly Person[];
  readonly meetings: () => number;
  /** So many people come, within that time; resolves when they are in, or have given up. */
  readonly come: (count: number, withinMs: number) => Promise<void>;
  /** Everybody goes home, and leaves the meetings as they are. */
  readonly goHome: () => void;
  /** From now on they do what people do. */
  readonly work: () => void;
  /** They stop, and wait until everything has arrived; resolves in any case after so long. */
  readonly rest: (patienceMs: number) => Promise<void>;
  /** Whoever leads ends what is open, and with it begins the next. */
  readonly goOn: () => void;
  /** Those who never got as far as a connection. */
  readonly turnedBack: () => number;
  readonly seen: () => readonly Seen[];
}

export const PER_MEETING = 8;
/** People think, and write, for so long between two things they do, ms. */
const THINKS_MS = { least: 2_000, most: 8_000 };
/** So many people click at the same moment. */
const AT_A_TIME = 16;
/** After so long they have a coffee instead, ms. */
const GIVES_UP_MS = 12_000;

interface Parts {
  readonly hosts: readonly Host[];
  readonly nextWay: () => Way;
  readonly book: () => Noticed;
}

export function crowd({ hosts, nextWay, book }: Parts): Crowd {
  let people: Person[] = [];
  let leaders: Person[] = [];
  let meetings: { readonly id: Person['meeting']; readonly seen: Seen }[] = [];
  let turnedBack = 0;
  let met = 0;
  let named = 0;
  let shift = new AbortController();
  shift.abort();

  /** @returns undefined: they have given up */
  const guest = async (meeting: (typeof meetings)[number]): Promise<Person | undefined> => {
    const name = `Guest ${++named}`;
    const way = nextWay();
    const there = browserOn(way);
    const until = performance.now() + GIVES_UP_MS;
    while (performance.now() < until) {
      try {
        bodyOf(await there.post(`/api/meetings/${meeting.id}/guests`, { name }));
        const cookie = cookieOf(there);
        return person({ name, meeting: meeting.id, cookie, way, seen: meeting.seen, book });
      } catch {
        // They read an error page, and press the button again.
        book().refusals++;
        book().refused.add(name);
        await pause(1_000);
      }
    }
    turnedBack++;
    return undefined;
  };

  /** A host starts a meeting and leaves it to the first who comes. */
  const begin = async (): Promise<void> => {
    const host = hosts[met++ % hosts.length];
    if (!host) throw new Error('nobody has an account');
    const meeting = {
      id: await host.startMeeting(),
      seen: watchMeeting((ms) => (book().longestGapMs = Math.max(book().longestGapMs, ms))),
    };
    meetings.push(meeting);
    const leader = await guest(meeting);
    if (!leader) return;
    const { name, way } = host;
    const { id, seen } = meeting;
    const own = person({ name, meeting: id, cookie: host.cookie(), way, seen, book });
    await isIn(own);
    await isIn(leader);
    // They are in, and so the server has said who they are.
    const me = leader.client.getState().me as ParticipantId;
    own.act({ phase: null, command: 'handOver', args: { person: me } });
    await until(() => own.unanswered() === 0);
    own.leave();
    people.push(leader);
    leaders.push(leader);
  };

  const work = async (each: Person, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const thinks = THINKS_MS.least + Math.random() * (THINKS_MS.most - THINKS_MS.least);
      try {
        await pause(thinks, undefined, { signal });
      } catch {
        // The shift is over.
        return;
      }
      const { view } = each.client.getState();
      const deed = view && nextDeed(view);
      if (deed) each.act(deed);
    }
  };

  return {
    people: () => people,
    meetings: () => meetings.length,
    seen: () => meetings.map(({ seen }) => seen),
    turnedBack: () => turnedBack,
    come: async (count, withinMs) => {
      await sideBySide(Math.ceil(count / PER_MEETING), begin);
      const more = count - people.length;
      const begun = performance.now();
      await Promise.all(
        Array.from({ length: more }, async (_, at) => {
          await pause((withinMs * at) / more);
          const meeting = meetings[at % meetings.length];
          const came = meeting && (await guest(meeting));
          if (came) people.push(came);
        }),
      );
      await until(() => people.every(isLive), GIVES_UP_MS + withinMs - (performance.now() - begun));
    },
    goHome: () => {
      shift.abort();
      for (const each of people) each.leave();
      people = [];
      leaders = [];
      meetings = [];
    },
    work: () => {
      shift = new AbortController();
      const { signal } = shift;
      for (const each of people) void work(each, signal);
    },
    rest: async (patienceMs) => {
      shift.abort();
      await until(
        () => people.every((each) => isLive(each) && each.unanswered() === 0),
        patienceMs,
      );
    },
    goOn: () => {
      for (const each of leaders) {
        const { view } = each.client.getState();
        if (view && view.board.at !== view.board.flow.at(-1)) each.act(endPhase(view));
      }
    },
  };
}

const isLive = ({ client }: Person): boolean => client.getState().status.is === 'live';
const isIn = (each: Person): Promise<void> => until(() => isLive(each));

/** Resolves when it is so, or after so long. */
async function until(isSo: () => boolean, patienceMs = 20_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!isSo() && performance.now() < end) await pause(20);
}

async function sideBySide(times: number, work: () => Promise<void>): Promise<void> {
  let begun = 0;
  const one = async (): Promise<void> => {
    while (begun++ < times) await work();
  };
  await Promise.all(Array.from({ length: Math.min(times, AT_A_TIME) }, one));
}
