import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { FindList, Popover, type FindItem } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { promptOf, type GroupId } from '@rondo/meeting';
import { useMemo, type RefObject } from 'react';
import { useDoGrouping } from './doGrouping.ts';
import { groupName } from './groupName.ts';
import type { Moving } from './moving.ts';
import type { BoardColumn } from './useColumns.ts';
import styles from './MoveTo.module.css';

/** The choice that is no group yet. No id of a group has a space. */
const NEW = 'new group';

interface Props {
  what: Moving;
  columns: readonly BoardColumn[];
  anchor: RefObject<HTMLElement | null>;
  /** `hasMoved`: a place was chosen. */
  onDone: (hasMoved: boolean) => void;
}

/** Where to, found by typing: the way to move cards without dragging them. */
export function MoveTo({ what, columns, anchor, onDone }: Props) {
  const { t } = useLingui();
  const doing = useDoGrouping();
  const board = useView((view) => view.board);
  const isGroup = 'group' in what;

  const items = useMemo((): FindItem[] => {
    const home = 'group' in what ? what.group : homeOf(board.groups, what.cards);
    const groups = columns.flatMap((column) => column.groups).filter((id) => id !== home);
    const bigFirst = groups.sort(
      (a, b) => Number(size(board.groups, b) > 1) - Number(size(board.groups, a) > 1),
    );
    return bigFirst.map((id) => {
      const first = board.cards[board.groups[id]?.cards[0] ?? ('' as never)];
      const count = size(board.groups, id);
      return {
        id,
        label: groupName(board, id),
        hue: first && promptOf(board, first)?.hue,
        note: count > 1 ? t`${plural(count, { one: '# card', other: '# cards' })}` : undefined,
      };
    });
  }, [board, columns, what, t]);

  function pick(id: string): void {
    onDone(true);
    if (id === NEW) {
      if ('cards' in what) doing.moveToNew(what.cards);
      return;
    }
    // The list's ids are those of groups.
    if ('group' in what) doing.merge(what.group, id as GroupId);
    else doing.moveInto(what.cards, id as GroupId);
  }

  const label = isGroup
    ? t`Merge into`
    : t`${plural(what.cards.length, { one: 'Move the card to', other: 'Move # cards to' })}`;
  return (
    <Popover open onClose={() => onDone(false)} anchor={anchor} label={label}>
      <div className={styles.list} data-flush="">
        <p className={styles.label} aria-hidden="true">
          {label}
        </p>
        <FindList
          label={label}
          placeholder={t`Type to find a group or card`}
          items={isGroup ? items : [{ id: NEW, label: t`A new group` }, ...items]}
          empty={t`No group or card has these words.`}
          count={(matches) => t`${plural(matches, { one: '# match', other: '# matches' })}`}
          onPick={pick}
          onCancel={() => onDone(false)}
          create={
            isGroup
              ? undefined
              : {
                  label: (typed) => t`New group “${typed}”`,
                  onCreate: (typed) => {
                    onDone(true);
                    doing.moveToNew(what.cards, typed);
                  },
                }
          }
        />
      </div>
    </Popover>
  );
}

type Groups = Readonly<Record<GroupId, { cards: readonly string[] }>>;

const size = (groups: Groups, id: GroupId): number => groups[id]?.cards.length ?? 0;

/** The group that all these cards, and no others, are in: moving them there would change nothing. */
function homeOf(groups: Groups, cards: readonly string[]): GroupId | undefined {
  // The record's own keys are ids of groups.
  return (Object.keys(groups) as GroupId[]).find((id) =>
    cards.every((card) => groups[id]?.cards.includes(card)),
  );
}
