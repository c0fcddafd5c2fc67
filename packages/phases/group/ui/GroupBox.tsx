import { Plural, useLingui } from '@lingui/react/macro';
import { hueStyle, Menu } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { promptOf, type Board, type Group, type GroupId } from '@rondo/meeting';
import { ArrowDown, ArrowUp, CornerUpRight, Ellipsis, GripVertical, Ungroup } from 'lucide-react';
import { memo, useId } from 'react';
import { Carried, useCarrier, useIsAimedAt } from './Carried.tsx';
import { useDoGrouping } from './doGrouping.ts';
import { GroupCard } from './GroupCard.tsx';
import { useGroupName } from './groupName.ts';
import { GroupTitle } from './GroupTitle.tsx';
import { useMove } from './moving.ts';
import styles from './GroupBox.module.css';

interface Props {
  group: GroupId;
  open: boolean;
  /** Its neighbours in the column: undefined where there is none. */
  above: GroupId | undefined;
  twoAbove: GroupId | undefined;
  below: GroupId | undefined;
}

/** A group: a card alone, or several under a title that can be dragged as one. */
export const GroupBox = memo(function GroupBox({ group: id, open, ...neighbours }: Props) {
  const titleId = useId();
  const group = useView((view) => view.board.groups[id]);
  const { hue, isMixed } = useView(
    ({ board }) => lookOf(board, group),
    (a, b) => a.hue === b.hue && a.isMixed === b.isMixed,
  );
  const carrier = useCarrier(id);
  const isAimedAt = useIsAimedAt(id);
  if (!group) return null;
  const { cards } = group;
  const [only] = cards;
  const drop = open ? id : undefined;
  if (cards.length === 1 && only && group.title === null) {
    return (
      <li
        className={styles.alone}
        data-group={id}
        data-drop={drop}
        data-aimed={isAimedAt ? '' : undefined}
        style={hueStyle(hue)}
      >
        <GroupCard card={only} open={open} showPrompt={false} />
      </li>
    );
  }
  return (
    <li
      className={styles.group}
      data-group={id}
      data-flip={id}
      data-drop={drop}
      data-drag={drop}
      data-aimed={isAimedAt ? '' : undefined}
      data-carried={carrier === null ? undefined : ''}
      style={hueStyle(hue)}
    >
      <div className={styles.head}>
        {open && <GripVertical aria-hidden="true" size={16} className={styles.grip} />}
        <GroupTitle id={titleId} group={id} open={open} />
        <span className={styles.count}>
          <span aria-hidden="true">{cards.length}</span>
          <span className="visually-hidden">
            <Plural value={cards.length} one="# card" other="# cards" />
          </span>
        </span>
        {open && <GroupMenu group={id} {...neighbours} />}
      </div>
      <ul className={styles.cards} aria-labelledby={titleId}>
        {cards.map((card) => (
          <li key={card}>
            <GroupCard card={card} open={open} showPrompt={isMixed} />
          </li>
        ))}
      </ul>
      {carrier !== null && <Carried by={carrier} />}
    </li>
  );
});

/** The hue of its first card, and whether its cards answer several prompts. */
function lookOf(board: Board, group: Group | undefined) {
  const [first, ...rest] = group?.cards.flatMap((id) => board.cards[id] ?? []) ?? [];
  return {
    hue: first && promptOf(board, first)?.hue,
    isMixed: rest.some((card) => card.prompt !== first?.prompt),
  };
}

function GroupMenu({ group, above, twoAbove, below }: Omit<Props, 'open'>) {
  const { t } = useLingui();
  const { takeApart, reorder } = useDoGrouping();
  const move = useMove();
  const name = useGroupName(group);
  return (
    <Menu
      label={t`Group “${name}”`}
      iconOnly
      size="s"
      align="end"
      button={<Ellipsis size={18} />}
      items={[
        {
          label: t`Merge into…`,
          icon: <CornerUpRight size={16} />,
          onSelect: () => move({ group }),
        },
        {
          label: t`Take apart`,
          icon: <Ungroup size={16} />,
          onSelect: () => takeApart(group),
        },
        'line',
        {
          label: t`Move up`,
          icon: <ArrowUp size={16} />,
          disabled: above === undefined,
          onSelect: () => reorder(group, twoAbove ?? null),
        },
        {
          label: t`Move down`,
          icon: <ArrowDown size={16} />,
          disabled: below === undefined,
          onSelect: () => below && reorder(group, below),
        },
      ]}
    />
  );
}
