import { check, type Evidence } from '@rondo/live/testing';
import type { MeetingId } from '@rondo/meeting';
import { expect, vi } from 'vitest';
import type { Browser } from '../../../apps/server/src/testing/browser.ts';
import type { ServerProcess } from '../../../deploy/testing/server-process.ts';
import { plays } from '../../../packages/phases/testing/plays.ts';
import { gathering, owned, rowsOf } from './hall.ts';
import { person, type Person } from './person.ts';
import { recordsOf } from './record.ts';

/** A meeting on a new server, in which people write cards while something goes wrong. */
export interface Meeting {
  readonly meeting: MeetingId;
  readonly team: string;
  /** Who owns the server and leads the meeting, in a browser. */
  readonly ada: Browser;
  /** The same, in the meeting. */
  readonly leader: Person;
  /** Everybody, the leader first. */
  readonly people: readonly Person[];
  /** Everybody is in, and nothing waits for an answer. */
  readonly settled: (withinMs?: number) => Promise<void>;
  /** All that was made, told and seen, beside what the log says. */
  readonly evidence: () => Promise<Evidence>;
  /** Everything that is wrong with it, in words. */
  readonly wrong: () => Promise<string[]>;
  readonly leave: () => void;
}

interface Wanted {
  readonly size: number;
  /** Past every proxy. */
  readonly database: string;
  /** Where people find a server, by their number; the server itself unless said. */
  readonly urls?: (each: number) => readonly string[];
  /** No record is kept: nothing can be held against the log afterwards. */
  readonly forgets?: boolean;
}

export async function meetingOn(
  { url, claimCode }: Pick<ServerProcess, 'url' | 'claimCode'>,
  { size, database, urls = () => [url], forgets = false }: Wanted,
): Promise<Meeting> {
  const hall = { url, claimCode, database };
  const owner = await owned(hall);
  const there = await gathering(hall, 1, size, owner);
  const people = there.seats.map((seat, each) => {
    const name = each === 0 ? 'Ada' : `Guest ${each}`;
    return person({ name, seat, urls: () => urls(each), forgets });
  });
  const [leader] = people;
  if (!leader) throw new Error('a meeting has people');
  const settled = (withinMs = 20_000): Promise<void> =>
    vi.waitFor(() => expect(people.flatMap(unrest)).toEqual([]), {
      timeout: withinMs,
      interval: 20,
    });
  const evidence = async (): Promise<Evidence> => {
    const [last] = await rowsOf<{ head: string | null }>(
      database,
      'select max(seq) as head from meeting_patch where meeting_id = $1',
      [leader.seat.meeting],
    );
    const head = Number(last?.head ?? 0);
    await vi.waitFor(
      () =>
        expect(people.map(({ client }) => client.getState().seq)).toEqual(people.map(() => head)),
      { timeout: 10_000, interval: 20 },
    );
    const [record] = await recordsOf(there, people);
    if (!record) throw new Error('there is no meeting');
    return record;
  };
  await settled();
  return {
    meeting: leader.seat.meeting,
    team: owner.team,
    ada: owner.ada,
    leader,
    people,
    settled,
    evidence,
    wrong: async () => check(await evidence(), plays),
    leave: () => people.forEach(({ client }) => client.close()),
  };
}

function unrest({ name, client }: Person): string[] {
  const { status, waiting } = client.getState();
  const isCalm = status.is === 'live' && waiting.length === 0;
  return isCalm ? [] : [`${name} is ${status.is}, ${waiting.length} wait`];
}
