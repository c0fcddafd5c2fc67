import {
  nameOf,
  sorted,
  type Board,
  type LocalText,
  type OutcomeAt,
  type OutcomePart,
  type ParticipantId,
} from '@rondo/meeting';
import type { ReportSettings } from './settings.ts';
import type { Entry, EntryId, ReportState } from './state.ts';

/** What people have agreed to tell. */
export interface Told {
  title: string;
  intro: string;
  author: { id: ParticipantId; name: string };
  sections: { id: string; title: LocalText; entries: { id: EntryId; text: string }[] }[];
}

/** The lines of a section, in their order. */
export const entriesOf = (state: ReportState, section: string): [EntryId, Entry][] =>
  sorted(state.entries).filter(([, entry]) => entry.section === section && !entry.removed);

export function toldIn(board: Board, settings: ReportSettings, state: ReportState): Told {
  const author = state.author ?? board.facilitator;
  return {
    title: state.title.text,
    intro: state.intro.text,
    author: { id: author, name: nameOf(board, author) },
    sections: settings.sections.map(({ id, title }) => ({
      id,
      title,
      entries: entriesOf(state, id).map(([entry, { text }]) => ({ id: entry, text })),
    })),
  };
}

/** The report of a meeting as its final board has it; null: it made none. Of several the last one. */
export function reportOf(board: Board): Told | null {
  const phase = board.flow
    .flatMap((id) => board.phases[id] ?? [])
    .findLast(({ kind, begun }) => kind === 'report' && begun);
  // The phase is of this kind, so its settings and state are too.
  return phase ? toldIn(board, phase.settings as ReportSettings, phase.state as ReportState) : null;
}

/** The outcome has the report's words as columns of cards, which every page, mail and export can show. */
export function asOutcome({
  board,
  settings,
  state,
}: OutcomeAt<ReportSettings, ReportState>): OutcomePart[] {
  const { title, intro, sections } = toldIn(board, settings, state);
  const head = [title, intro].filter((text) => text !== '');
  return [
    {
      as: 'cards',
      columns: [
        ...(head.length === 0
          ? []
          : [
              {
                prompt: { en: 'Above it', de: 'Darüber' },
                cards: head.map((text) => ({ text })),
              },
            ]),
        ...sections.map((section) => ({
          prompt: section.title,
          cards: section.entries.map(({ text }) => ({ text })),
        })),
      ],
    },
  ];
}
