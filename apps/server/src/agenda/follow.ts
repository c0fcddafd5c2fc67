import {
  isId,
  orderAfterAll,
  type Board,
  type CardId,
  type MeetingId,
  type Outcome,
  type OutcomePart,
} from '@rondo/meeting';
import type { Db } from '../database/database.ts';
import type { AccountsOf } from '../meetings/accounts-of.ts';
import { placesOf, waitingItems } from './waiting.ts';

type Part = Extract<OutcomePart, { as: 'agenda' }>;

/**
 * Makes the team's agenda follow what a meeting did with it, in the transaction that ends it: what is
 * pinned or was not reached waits for the next one; what was talked about or taken off does not. What
 * others have cleared since then stays so when the same meeting ends again.
 */
export async function followAgenda(
  tx: Db,
  team: string,
  meeting: MeetingId,
  outcome: Outcome,
  board: Board,
  accounts: AccountsOf,
): Promise<void> {
  const parts = outcome.phases
    .flatMap((phase) => phase.parts)
    .filter((part): part is Part => part.as === 'agenda');
  const items = parts.flatMap((part) => part.items).filter(({ id }) => isId(id));
  const over = [
    ...items.filter(({ pinned, done }) => done && !pinned).map(({ id }) => id),
    ...parts.flatMap(({ removed }) => removed ?? []),
  ];
  if (over.length > 0)
    await tx
      .updateTable('team_agenda')
      .set({ cleared_at: new Date(), cleared_in: meeting })
      .where('team_id', '=', team)
      .where('id', 'in', over)
      .where('cleared_at', 'is', null)
      .execute();
  const waiting = items.filter(({ pinned, done }) => pinned || !done);
  const places = placesOf(await waitingItems(tx, team));
  for (const { id } of waiting) places[id] ??= { order: orderAfterAll(places) };
  // In the order they had in the meeting, in the places they have among the others.
  const positions = waiting.map(({ id }) => places[id]?.order ?? '').sort();
  for (const [index, { id, text, note = '', by, pinned }] of waiting.entries()) {
    const position = positions[index] ?? '';
    const author = board.cards[id as CardId]?.by ?? null;
    await tx
      .insertInto('team_agenda')
      .values({
        team_id: team,
        id,
        text,
        note,
        pinned,
        added_by: accounts.get(author) ?? null,
        added_name: by,
        position,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['team_id', 'id'])
          .doUpdateSet({ text, note, pinned, position, cleared_at: null, cleared_in: null })
          .where((e) =>
            e.or([
              e('team_agenda.cleared_at', 'is', null),
              e('team_agenda.cleared_in', '=', meeting),
            ]),
          ),
      )
      .execute();
  }
}
