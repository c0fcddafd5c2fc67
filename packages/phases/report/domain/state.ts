import type { BroughtNews, Id, ParticipantId } from '@rondo/meeting';

export type EntryId = Id<'entry'>;

/** Words that several people may change; each change counts one further. */
export interface Words {
  text: string;
  revision: number;
}

/** One line of the report. */
export interface Entry extends Words {
  /** A section of the settings. */
  section: string;
  order: string;
  /** Taken out; it can be put back. */
  removed: boolean;
  /** `topic`: made of a topic of this meeting, `pick`: something brought along, `own`: written here. */
  from: 'topic' | 'pick' | 'own';
}

export interface ReportState {
  title: Words;
  /** What stands in front of all sections. */
  intro: Words;
  /** Whose name stands under it; null: whoever facilitates at the end. */
  author: ParticipantId | null;
  /** Those from topics and picks have the id of what they come from. */
  entries: Record<EntryId, Entry>;
  /** What happened since the last report and could be told. */
  picks: Record<string, Omit<BroughtNews, 'id'> & { place: number }>;
}

export type ReportHand = object;

/** The longest line, and the longest of the other texts, in visible characters. */
export const LONGEST_ENTRY = 600;
export const LONGEST_TITLE = 120;
export const LONGEST_INTRO = 2_000;
/** The most lines, with those that were taken out. */
export const MOST_ENTRIES = 300;
/** The most things that are offered to be picked. */
export const MOST_PICKS = 80;
