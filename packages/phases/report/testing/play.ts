import type { Chance, Move, PhasePlay, PlayAt } from '@rondo/live/testing';
import {
  LONGEST_ENTRY,
  LONGEST_INTRO,
  LONGEST_TITLE,
  type EntryId,
  type ReportSettings,
  type ReportState,
} from '../domain/index.ts';

const stateAt = ({ view, phase }: PlayAt): ReportState =>
  // The phase is of this kind, so its state is too.
  view.board.phases[phase]?.state as ReportState;

/** Mostly a section that is there. */
function section({ view, phase, chance }: PlayAt): string {
  const settings = view.board.phases[phase]?.settings as ReportSettings | undefined;
  const known = chance.pick(settings?.sections ?? [])?.id;
  return chance.oneIn(20) ? 'elsewhere' : (known ?? 'elsewhere');
}

/** Mostly one that is there, now and then one that never was. */
const one = (at: PlayAt): EntryId =>
  (at.chance.oneIn(20)
    ? undefined
    : // The record's own keys are ids of entries.
      at.chance.pick(Object.keys(stateAt(at).entries) as EntryId[])) ?? at.chance.id<'entry'>();

const someText = (chance: Chance, longest: number): string =>
  chance.oneIn(30) ? 'x'.repeat(longest + 1) : chance.text();

/** Mostly the present one; others keep both texts. */
const seen = (chance: Chance, revision: number | undefined): number =>
  chance.oneIn(5) ? 0 : (revision ?? 0);

function someWords(at: PlayAt): Move {
  const { chance } = at;
  const state = stateAt(at);
  switch (chance.below(4)) {
    case 0:
      return {
        name: 'setTitle',
        args: {
          text: someText(chance, LONGEST_TITLE),
          revision: seen(chance, state.title.revision),
        },
      };
    case 1:
      return {
        name: 'setIntro',
        args: {
          text: chance.oneIn(6) ? '' : someText(chance, LONGEST_INTRO),
          revision: seen(chance, state.intro.revision),
        },
      };
    default: {
      const entry = one(at);
      const revision = seen(chance, state.entries[entry]?.revision);
      return { name: 'setEntry', args: { entry, text: someText(chance, LONGEST_ENTRY), revision } };
    }
  }
}

export const reportPlay: PhasePlay = {
  kind: 'report',

  settings: () => ({}),

  move: (at) => {
    const { chance, view } = at;
    switch (chance.below(8)) {
      case 0:
        return { name: 'removeEntry', args: { entry: one(at), removed: !chance.oneIn(3) } };
      case 1: {
        const pick = chance.pick(Object.keys(stateAt(at).picks)) ?? chance.id<'entry'>();
        return { name: 'takePick', args: { pick, section: section(at) } };
      }
      case 2: {
        const people = Object.keys(view.board.people);
        const author = chance.oneIn(3) ? null : (chance.pick(people) ?? chance.id());
        return { name: 'setAuthor', args: { author } };
      }
      case 3:
      case 4:
        return {
          name: 'moveEntry',
          args: { entry: one(at), section: section(at), behind: chance.oneIn(3) ? null : one(at) },
        };
      case 5:
        return {
          name: 'addEntry',
          args: {
            id: chance.oneIn(30) ? one(at) : chance.id<'entry'>(),
            section: section(at),
            text: someText(chance, LONGEST_ENTRY),
          },
        };
      default:
        return someWords(at);
    }
  },

  broken: (doc, phase) => {
    const found = doc.board.phases[phase];
    const state = found?.state as ReportState | undefined;
    const settings = found?.settings as ReportSettings | undefined;
    const lost = Object.values(state?.entries ?? {}).some(
      (entry) => !settings?.sections.some(({ id }) => id === entry.section),
    );
    return lost ? 'a line is in no section' : null;
  },
};
