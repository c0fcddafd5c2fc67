import type { Board, MeetingId } from '@rondo/meeting';
import type { Db } from '../database/database.ts';

/**
 * A meeting that ends changes its team's board: whoever has that open fetches it again.
 * @param poke tells those who may hear of a topic
 */
export const tellBoardsOfEnd =
  (db: Db, poke: (topic: string) => void, onError: (error: unknown) => void) =>
  (meeting: MeetingId, board: Board): void => {
    if (board.status !== 'ended') return;
    db.selectFrom('meeting')
      .select('team_id')
      .where('id', '=', meeting)
      .executeTakeFirst()
      .then((row) => row && poke(`news:team:${row.team_id}:tasks`))
      .catch(onError);
  };
