import type { NodeOptions } from '@rondo/live/room';
import type { MeetingId } from '@rondo/meeting';
import type { Db } from '../../database/database.ts';
import { record } from './record.ts';

/** Writes down whom facilitators remove. What happens in a meeting is not otherwise in the log. */
export function noteRemovals(
  db: Db,
  onError: (error: unknown) => void,
): NonNullable<NodeOptions['onEntry']> {
  const noted = new Map<MeetingId, Set<string>>();
  return (meeting, board, changed) => {
    if (board.status === 'ended') noted.delete(meeting);
    if (!changed.has('people')) return;
    for (const [participant, { state }] of Object.entries(board.people)) {
      if (state !== 'removed' || noted.get(meeting)?.has(participant)) continue;
      const known = noted.get(meeting) ?? new Set();
      noted.set(meeting, known.add(participant));
      record(db, {
        act: 'participant-removed',
        actor: null,
        about: { meeting, participant },
      }).catch(onError);
    }
  };
}
