import type { Doc, MeetingId, Outcome } from '@rondo/meeting';
import type { Entry, Loaded, Log, NewEntry } from '../room/ports.ts';
import { applyEntries } from '../room/replay.ts';

interface Stored {
  head: number;
  entries: Entry[];
  /** JSON texts, as a database would keep them. */
  snapshots: { seq: number; doc: string }[];
  outcome: Outcome | null;
}

/** A log in memory, with a look inside for tests. */
export interface MemoryLog extends Log {
  /** Every entry of a meeting that is still kept. */
  entries(meeting: MeetingId): readonly Entry[];
  /** What remained of a meeting that has ended. */
  outcome(meeting: MeetingId): Outcome | null;
  /** The latest snapshot as it is stored; for proving that nothing of a hand is left in it. */
  stored(meeting: MeetingId): string | null;
}

export function memoryLog(): MemoryLog {
  const meetings = new Map<MeetingId, Stored>();

  const add = (entry: NewEntry): boolean => {
    const stored = meetings.get(entry.meeting);
    if (!stored || stored.head !== entry.seq - 1) return false;
    stored.head = entry.seq;
    stored.entries.push({ seq: entry.seq, body: entry.body });
    return true;
  };

  const loadNow = (meeting: MeetingId): Loaded | null => {
    const stored = meetings.get(meeting);
    const snapshot = stored?.snapshots.at(-1);
    if (!stored || !snapshot) return null;
    // Written by `create`, `snapshot` or `finish`.
    const doc = JSON.parse(snapshot.doc) as Doc;
    const rest = stored.entries.filter(({ seq }) => seq > snapshot.seq);
    return applyEntries({ seq: snapshot.seq, doc }, rest);
  };

  const tailNow = (meeting: MeetingId, after: number): Entry[] | null => {
    const stored = meetings.get(meeting);
    if (!stored) return null;
    const entries = stored.entries.filter(({ seq }) => seq > after);
    return entries.length === Math.max(0, stored.head - after) ? entries : null;
  };

  // Each does its work before it returns, as if the database did it in an instant.
  return {
    create: async (meeting, doc) => {
      if (meetings.has(meeting)) throw new Error(`meeting ${meeting} exists`);
      const snapshots = [{ seq: 0, doc: JSON.stringify(doc) }];
      meetings.set(meeting, { head: 0, entries: [], snapshots, outcome: null });
    },
    load: async (meeting) => loadNow(meeting),
    tail: async (meeting, after) => tailNow(meeting, after),
    append: async (entries) => entries.map(add),
    finish: async (entry, final, outcome) => {
      if (!add(entry)) return false;
      const stored = meetings.get(entry.meeting);
      if (!stored) return false;
      stored.entries = [];
      stored.snapshots = [{ seq: entry.seq, doc: JSON.stringify(final) }];
      stored.outcome = outcome;
      return true;
    },
    reopen: async (entry) => {
      if (!add(entry)) return false;
      const stored = meetings.get(entry.meeting);
      if (stored) stored.outcome = null;
      return true;
    },
    snapshot: async (meeting, seq, doc) => {
      const stored = meetings.get(meeting);
      const latest = stored?.snapshots.at(-1);
      // One that comes late must never bring back what was burnt at the end.
      if (stored && latest && latest.seq < seq && stored.head >= seq)
        stored.snapshots.push({ seq, doc: JSON.stringify(doc) });
    },
    heads: async (asked) =>
      new Map(
        asked.flatMap((meeting): [MeetingId, number][] => {
          const stored = meetings.get(meeting);
          return stored ? [[meeting, stored.head]] : [];
        }),
      ),
    entries: (meeting) => meetings.get(meeting)?.entries ?? [],
    outcome: (meeting) => meetings.get(meeting)?.outcome ?? null,
    stored: (meeting) => meetings.get(meeting)?.snapshots.at(-1)?.doc ?? null,
  };
}
