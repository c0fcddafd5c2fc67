import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import { newId, useLiveClient } from '@rondo/live/react';
import type { Board, CardId, Command, GroupId, PhaseId } from '@rondo/meeting';
import { useMemo } from 'react';
import { useExplain } from '../../parts/index.ts';
import {
  gather,
  mergeGroups,
  moveGroup,
  placeCard,
  setTitle,
  splitCard,
  undoStep,
  type StepId,
} from '../domain/index.ts';
import { cardName, groupName } from './groupName.ts';

/** Everything a person can do with groups; each says what it did to those who do not see it. */
export interface DoGrouping {
  moveInto: (cards: readonly CardId[], into: GroupId) => void;
  /** Into a new group; one card alone is taken out of its group. `behind`: where it shall lie. */
  moveToNew: (cards: readonly CardId[], title?: string, behind?: GroupId | null) => void;
  merge: (from: GroupId, into: GroupId) => void;
  takeApart: (group: GroupId) => void;
  rename: (group: GroupId, title: string | null) => void;
  reorder: (group: GroupId, behind: GroupId | null) => void;
  accept: (groups: readonly { cards: readonly CardId[]; title: string }[]) => void;
  undo: (step: StepId, words: string) => void;
}

export function useGrouping(phase: PhaseId): DoGrouping {
  const { t } = useLingui();
  const { send, getState } = useLiveClient();
  const explain = useExplain();
  return useMemo(() => {
    function board(): Board {
      const { view } = getState();
      if (!view) throw new Error('a meeting screen is shown before there is a view');
      return view.board;
    }

    function act<Args>(command: Command<Args>, args: Args): void {
      void send(phase, command, args).then((answer) => {
        if (answer !== 'done') explain(answer);
      });
    }

    const step = (): StepId => newId<'step'>();

    function nameOfAll(cards: readonly CardId[]): string {
      const [only] = cards;
      return cards.length === 1 && only
        ? t`“${cardName(board(), only)}”`
        : t`${plural(cards.length, { one: '# card', other: '# cards' })}`;
    }

    function moveInto(cards: readonly CardId[], into: GroupId): void {
      const { groups } = board();
      const moving = cards.filter((card) => !groups[into]?.cards.includes(card));
      const [only] = moving;
      if (!only) return;
      const words = t`Moved ${nameOfAll(moving)} to “${groupName(board(), into)}”`;
      if (moving.length === 1)
        act(placeCard, { step: step(), card: only, into, beside: groups[into]?.cards[0] });
      else act(gather, { step: step(), groups: [{ into, cards: [...moving] }] });
      announce(words);
    }

    function moveToNew(cards: readonly CardId[], title?: string, behind?: GroupId | null): void {
      const [only] = cards;
      if (!only) return;
      const words = t`Moved ${nameOfAll(cards)} to a new group`;
      const into = newId<'group'>();
      if (cards.length === 1 && title === undefined)
        act(splitCard, { step: step(), card: only, into, behind });
      else act(gather, { step: step(), groups: [{ into, cards: [...cards], title }] });
      announce(words);
    }

    return {
      moveInto,
      moveToNew,
      merge: (from, into) => {
        const words = t`Merged “${groupName(board(), from)}” into “${groupName(board(), into)}”`;
        act(mergeGroups, { step: step(), from, into });
        announce(words);
      },
      takeApart: (group) => {
        const cards = board().groups[group]?.cards.slice(1) ?? [];
        if (cards.length === 0) return;
        const words = t`Took “${groupName(board(), group)}” apart`;
        act(gather, {
          step: step(),
          groups: cards.map((card) => ({ into: newId<'group'>(), cards: [card] })),
        });
        announce(words);
      },
      rename: (group, title) => {
        act(setTitle, { step: step(), group, title });
        if (title !== null) announce(t`The group is called “${title}” now`);
      },
      reorder: (group, behind) => {
        act(moveGroup, { step: step(), group, behind });
        announce(t`Moved the group “${groupName(board(), group)}”`);
      },
      accept: (groups) => {
        act(gather, {
          step: step(),
          groups: groups.map(({ cards, title }) => ({
            into: newId<'group'>(),
            cards: [...cards],
            title,
          })),
        });
        announce(t`${plural(groups.length, { one: 'Made # group', other: 'Made # groups' })}`);
      },
      undo: (id, words) => {
        act(undoStep, { step: id });
        announce(t`Undone: ${words}`);
      },
    };
  }, [send, getState, explain, phase, t]);
}
