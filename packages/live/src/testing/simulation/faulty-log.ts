import type { MeetingId } from '@rondo/meeting';
import type { Entry, Log, NewEntry } from '../../room/index.ts';
import type { Chance } from '../chance.ts';
import type { TestClock } from '../clock.ts';
import type { Faults } from './faults.ts';
import type { Life } from './mortal.ts';

/** Writes down every entry of a meeting that the log accepts, also those that it deletes at the end. */
export function recorded(log: Log, meeting: MeetingId, entries: Entry[]): Log {
  const note = ({ seq, body, meeting: of }: NewEntry, isAccepted: boolean | undefined): void => {
    if (isAccepted && of === meeting) entries.push({ seq, body });
  };
  return {
    ...log,
    append: async (batch) => {
      const accepted = await log.append(batch);
      batch.forEach((entry, index) => note(entry, accepted[index]));
      return accepted;
    },
    finish: async (entry, final, outcome) => {
      const accepted = await log.finish(entry, final, outcome);
      note(entry, accepted);
      return accepted;
    },
    reopen: async (entry) => {
      const accepted = await log.reopen(entry);
      note(entry, accepted);
      return accepted;
    },
  };
}

/**
 * The log as one node reaches it: it takes its time, fails, or does its work and loses the answer.
 * What a node asked for before it died may still happen.
 */
export function faulty(
  log: Log,
  time: TestClock,
  chance: Chance,
  faults: () => Faults,
  life: Life,
): Log {
  const pause = (): Promise<void> =>
    new Promise((resume) => time.after(chance.below(faults().logLatency + 1), resume));

  async function late<T>(run: () => Promise<T>): Promise<T> {
    await pause();
    if (chance.oneIn(faults().logFails)) throw new Error('log unreachable');
    const result = await run();
    const isUnsure = chance.oneIn(faults().logUnsure);
    await pause();
    if (isUnsure) throw new Error('connection to the log lost');
    return result;
  }
  const reach = <T>(run: () => Promise<T>): Promise<T> => life.outside(late(run));

  return {
    create: (...args) => reach(() => log.create(...args)),
    load: (...args) => reach(() => log.load(...args)),
    tail: (...args) => reach(() => log.tail(...args)),
    append: (...args) => reach(() => log.append(...args)),
    finish: (...args) => reach(() => log.finish(...args)),
    reopen: (...args) => reach(() => log.reopen(...args)),
    // A snapshot's document goes on changing: it is read when it is handed over.
    snapshot: (meeting, seq, doc) => {
      const copy = structuredCopy(doc);
      return reach(() => log.snapshot(meeting, seq, copy));
    },
    heads: (...args) => reach(() => log.heads(...args)),
  };
}

const structuredCopy = <T>(value: T): T =>
  // A document is plain JSON.
  JSON.parse(JSON.stringify(value)) as T;
