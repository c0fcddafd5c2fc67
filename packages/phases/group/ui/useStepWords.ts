import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Board } from '@rondo/meeting';
import { useCallback } from 'react';
import type { Step } from '../domain/index.ts';
import { cardName, groupName } from './groupName.ts';

/** What a step did, in a few words: for the button that takes it back. */
export function useStepWords(): (board: Board, step: Step) => string {
  const { t } = useLingui();
  return useCallback(
    (board, { moves, changes, made }) => {
      const [move] = moves;
      if (move && moves.length === 1) {
        const card = cardName(board, move.card);
        // Out of the group, or into one that has others.
        const isAlone = (board.groups[move.to]?.cards.length ?? 0) < 2;
        return isAlone
          ? t`“${card}” taken out`
          : t`“${card}” moved to “${groupName(board, move.to)}”`;
      }
      const count = Object.keys(made).length;
      if (count > 1) return t`${plural(count, { one: '# group', other: '# groups' })} made`;
      if (move) return t`${plural(moves.length, { one: '# card', other: '# cards' })} moved`;
      const [change] = changes;
      if (change?.what === 'title')
        return change.after === null
          ? t`Title “${change.before ?? ''}” removed`
          : t`Group called “${change.after}”`;
      return change ? t`Group “${groupName(board, change.group)}” moved` : t`A change`;
    },
    [t],
  );
}
