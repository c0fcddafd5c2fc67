import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, IconButton, Markdown, Menu, Ring, type MenuEntry } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { CardId, PhaseId } from '@rondo/meeting';
import { Ellipsis, Megaphone, Pencil, Pin, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useAct, useMoveEntries } from '../../parts/index.ts';
import { deleteCard, openItem, pinItem, type ListedItem } from '../domain/index.ts';
import { EditItem } from './EditItem.tsx';
import { NowItem } from './NowItem.tsx';
import type { useAgenda } from './useAgenda.ts';
import styles from './Items.module.css';

interface Props {
  phase: PhaseId;
  agenda: ReturnType<typeof useAgenda>;
  listed: ListedItem;
  step: (item: CardId, by: -1 | 1) => void;
  isFirst: boolean;
  isLast: boolean;
}

/** One item: its words, who put it there, and what may be done with it. */
export function ItemRow({ phase, agenda, listed, step, isFirst, isLast }: Props) {
  const { t } = useLingui();
  const { id, item, text, note } = listed;
  const { state, mayMove, mayPin } = agenda;
  const act = useAct(phase);
  const [isEditing, setEditing] = useState(false);
  const known = useView((view) =>
    item.by === null ? undefined : view.board.people[item.by]?.name,
  );
  const author = known ?? item.name;
  const isNow = state.current === id;
  const entries = useEntries({ phase, agenda, listed, step, isFirst, isLast }, () =>
    setEditing(true),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons inside it
    <li
      className={styles.item}
      data-now={isNow ? '' : undefined}
      data-done={item.done && !isNow ? '' : undefined}
      data-flip={id}
      data-drag={mayMove && !isEditing ? id : undefined}
      data-drop={mayMove ? id : undefined}
      aria-current={isNow ? 'step' : undefined}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
        if (by === null || !event.altKey || !mayMove) return;
        event.preventDefault();
        step(id, by);
      }}
    >
      {isEditing ? (
        <EditItem phase={phase} listed={listed} onDone={() => setEditing(false)} />
      ) : (
        <div className={styles.row}>
          <Ring state={isNow ? 'now' : item.done ? 'done' : 'ahead'} hue="agenda" size={18} />
          <div className={styles.words}>
            <p className={styles.text}>
              {text}
              {item.done && !isNow && (
                <span className="visually-hidden">
                  {' '}
                  <Trans>(done)</Trans>
                </span>
              )}
            </p>
            {note !== '' && (
              <div className={styles.note}>
                <Markdown text={note} />
              </div>
            )}
            <p className={styles.small}>
              {author}
              {item.pinned && (
                <Badge hue="agenda">
                  <Trans>comes back every time</Trans>
                </Badge>
              )}
            </p>
          </div>
          <div className={styles.tools}>
            {mayPin && (
              <IconButton
                label={item.pinned ? t`Take out the pin: ${text}` : t`Pin: ${text}`}
                icon={<Pin size={17} fill={item.pinned ? 'currentColor' : 'none'} />}
                pressed={item.pinned}
                onClick={() => void act(pinItem, { item: id, pinned: !item.pinned })}
              />
            )}
            {entries.length > 0 && (
              <Menu
                label={t`More for “${text}”`}
                iconOnly
                size="s"
                align="end"
                button={<Ellipsis size={18} />}
                items={entries}
              />
            )}
          </div>
        </div>
      )}
      {isNow && !isEditing && <NowItem phase={phase} agenda={agenda} item={id} />}
    </li>
  );
}

function useEntries(
  { phase, agenda, listed, step, isFirst, isLast }: Props,
  edit: () => void,
): MenuEntry[] {
  const { t } = useLingui();
  const { state, mayMove, mayWalk, mayWrite, owns } = agenda;
  const { id } = listed;
  const act = useAct(phase);
  const leads: MenuEntry[] =
    mayWalk && state.current !== id
      ? [
          {
            label: t`Lead everyone here`,
            icon: <Megaphone size={16} />,
            onSelect: () => void act(openItem, { item: id }),
          },
        ]
      : [];
  const moves = useMoveEntries({
    up: isFirst ? null : () => step(id, -1),
    down: isLast ? null : () => step(id, 1),
  });
  const words: MenuEntry[] =
    mayWrite && owns(listed)
      ? [
          { label: t`Edit`, icon: <Pencil size={16} />, onSelect: edit },
          {
            label: t`Take off the agenda`,
            icon: <Trash2 size={16} />,
            danger: true,
            onSelect: () => void act(deleteCard, { id }),
          },
        ]
      : [];
  return [...leads, ...(mayMove ? moves : []), ...words];
}
