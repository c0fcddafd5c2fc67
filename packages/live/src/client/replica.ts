import { applied, type View } from '@rondo/meeting';
import type { PatchMessage, ViewMessage } from '../messages/index.ts';

/** What the log says for this person, as of entry `seq`. */
export interface Replica {
  readonly seq: number;
  readonly view: View;
}

export const replicaOf = ({ s, board, hand }: ViewMessage): Replica => ({
  seq: s,
  view: { board, hand },
});

/**
 * The replica with one more entry; the same replica where that entry is in it already. `gap`: an
 * entry in between is missing. `unfit`: the patch shows that this replica is wrong.
 */
export function advanced(replica: Replica, { s, b, h }: PatchMessage): Replica | 'gap' | 'unfit' {
  if (s <= replica.seq) return replica;
  if (s > replica.seq + 1) return 'gap';
  const { view } = replica;
  if (!b && !h) return { seq: s, view };
  try {
    return {
      seq: s,
      view: { board: applied(view.board, b ?? []), hand: applied(view.hand, h ?? []) },
    };
  } catch {
    // Not lost: the client asks for the whole view.
    return 'unfit';
  }
}
