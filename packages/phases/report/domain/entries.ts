import { ensure, id, keysOf, need, orderBehind, text, type ParticipantId } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import type { ReportSettings } from './settings.ts';
import {
  LONGEST_ENTRY,
  MOST_ENTRIES,
  type Entry,
  type EntryId,
  type ReportState,
} from './state.ts';

const entryId = id<EntryId>();
const sectionId = z.string().check(z.maxLength(40));

const needSection = ({ sections }: ReportSettings, section: string): void =>
  ensure(
    sections.some((each) => each.id === section),
    'not-found',
  );

/** An order at the end of a section, behind what was taken out of it as well. */
export function lastIn(state: ReportState, section: string): string {
  const within = Object.fromEntries(
    Object.entries(state.entries).filter(([, entry]) => entry.section === section),
  );
  const last = Object.entries(within).toSorted(
    ([a, one], [b, other]) => compare(one.order, other.order) || compare(a, b),
  );
  return orderBehind(within, last.at(-1)?.[0] ?? null, null);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A new line at the end of its section. */
export function put(state: ReportState, id: EntryId, entry: Omit<Entry, 'order'>): void {
  ensure(keysOf(state.entries).length < MOST_ENTRIES, 'full');
  state.entries[id] = { ...entry, order: lastIn(state, entry.section) };
}

/** Writes a line of one's own. */
export const addEntry = command('addEntry', {
  args: z.object({ id: entryId, section: sectionId, text: text(LONGEST_ENTRY) }),
  run: ({ settings, state }, { id, section, text }) => {
    needSection(settings, section);
    ensure(state.entries[id] === undefined && state.picks[id] === undefined, 'exists');
    put(state, id, { section, text, revision: 0, removed: false, from: 'own' });
  },
});

/** Takes something that was brought along into the report. */
export const takePick = command('takePick', {
  args: z.object({ pick: entryId, section: sectionId }),
  run: ({ settings, state }, { pick, section }) => {
    needSection(settings, section);
    const { text } = need(state.picks[pick], 'not-found');
    const known = state.entries[pick];
    if (!known) put(state, pick, { section, text, revision: 0, removed: false, from: 'pick' });
    else {
      ensure(known.removed, 'exists');
      known.removed = false;
      if (known.section !== section) {
        known.order = lastIn(state, section);
        known.section = section;
      }
    }
  },
});

/** Puts a line into a section, directly behind another of it (null: in front of all). */
export const moveEntry = command('moveEntry', {
  args: z.object({ entry: entryId, section: sectionId, behind: z.nullable(entryId) }),
  run: ({ settings, state }, { entry, section, behind }) => {
    needSection(settings, section);
    const moving = need(state.entries[entry], 'not-found');
    ensure(!moving.removed, 'not-found');
    if (behind !== null) {
      ensure(behind !== entry && state.entries[behind]?.section === section, 'not-found');
    }
    const within: Record<EntryId, Entry> = {};
    for (const id of keysOf(state.entries)) {
      const other = state.entries[id];
      if (other?.section === section) within[id] = other;
    }
    moving.order = orderBehind(within, behind, entry);
    moving.section = section;
  },
});

/** Takes a line out of the report, or puts it back where it was. */
export const removeEntry = command('removeEntry', {
  args: z.object({ entry: entryId, removed: z.boolean() }),
  run: ({ state }, { entry, removed }) => {
    need(state.entries[entry], 'not-found').removed = removed;
  },
});

/** Whose name stands under the report; null: whoever facilitates at the end. */
export const setAuthor = command('setAuthor', {
  by: 'member',
  args: z.object({ author: z.nullable(id<ParticipantId>()) }),
  run: ({ board, state }, { author }) => {
    ensure(author === null || board.people[author]?.role === 'member', 'not-found');
    state.author = author;
  },
});
