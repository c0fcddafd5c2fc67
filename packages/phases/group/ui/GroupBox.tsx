import { Plural, useLingui } from '@lingui/react/macro';
import { hueStyle, Menu } from '@rondo/design';
import type { GroupId } from '@rondo/meeting';
import { ArrowDown, ArrowUp, CornerUpRight, Ellipsis, GripVertical, Ungroup } from 'lucide-react';
import { memo, useId } from 'react';
import { Carried, useCarriers, useIsAimedAt } from './Carried.tsx';
import { useDoGrouping } from './doGrouping.ts';
import { GroupCard } from './GroupCard.tsx';
import { useGroupName } from './groupName.ts';
import { GroupTitle } from './GroupTitle.tsx';
import { useMove } from './moving.ts';
import { useBox, type BoxCard } from './useBox.ts';
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
  const box = useBox(id);
  const carriers = useCarriers([id, ...(box?.cards.map((card) => card.id) ?? [])]);
  const isAimedAt = useIsAimedAt(id);
  if (!box) return null;
  const { title, cards } = box;
  const [only] = cards;
  const hue = only?.prompt?.hue;
  const carrier = carriers.get(id);
  const drop = open ? id : undefined;
  if (cards.length === 1 && only && title === null) {
    return (
      <li
        className={styles.alone}
        data-group={id}
        data-drop={drop}
        data-aimed={isAimedAt ? '' : undefined}
        style={hueStyle(hue)}
      >
        <GroupCard {...only} open={open} showPrompt={false} carrier={carriers.get(only.id)} />
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
      data-carried={carrier === undefined ? undefined : ''}
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
          <li key={card.id}>
            <GroupCard
              {...card}
              open={open}
              showPrompt={isMixed(cards)}
              carrier={carriers.get(card.id)}
            />
          </li>
        ))}
      </ul>
      {carrier !== undefined && <Carried by={carrier} />}
    </li>
  );
});

/** Whether they answer several prompts. */
const isMixed = (cards: readonly BoxCard[]): boolean =>
  cards.some(({ card }) => card?.prompt !== cards[0]?.card?.prompt);

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
