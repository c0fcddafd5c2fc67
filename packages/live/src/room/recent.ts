import type { ParticipantId } from '@rondo/meeting';
import { ownFrame, sharedFrame } from './frames.ts';
import type { Limits } from './limits.ts';

/** A committed entry, ready to be sent: JSON texts of what it changed. */
export interface Delivered {
  seq: number;
  board: string;
  hands: ReadonlyMap<ParticipantId, string>;
}

/** The latest entries of a meeting, for those who were away for a moment. */
export interface Recent {
  entries: Delivered[];
  /** Characters of board text held. What lies in hands is not counted: its length is nobody's business. */
  size: number;
}

export const noRecent = (): Recent => ({ entries: [], size: 0 });

export function remember(recent: Recent, entry: Delivered, limits: Limits): void {
  recent.entries.push(entry);
  recent.size += entry.board.length;
  while (recent.entries.length > limits.recent || recent.size > limits.recentSize)
    recent.size -= recent.entries.shift()?.board.length ?? recent.size;
}

/** What this person missed since entry `since`, as frames in order; null when that is no longer known. */
export function missed(
  recent: Recent,
  person: ParticipantId,
  since: number,
  seq: number,
): string[] | null {
  if (since === seq) return [];
  const first = recent.entries[0];
  if (since > seq || !first || first.seq > since + 1) return null;
  return recent.entries.slice(since + 1 - first.seq).map((entry) => {
    const shared = sharedFrame(entry.seq, entry.board);
    const hand = entry.hands.get(person);
    return hand === undefined ? shared : ownFrame(shared, { hand, answer: null });
  });
}
