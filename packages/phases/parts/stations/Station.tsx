import { Ring, type Hue } from '@rondo/design';
import type { ReactNode } from 'react';
import { placesAround } from './placesAround.ts';
import styles from './Stations.module.css';

interface Props<Id> {
  id: Id;
  hue: Hue;
  name: ReactNode;
  note: string | null;
  state: 'now' | 'done' | 'ahead';
  /** The viewer looks at this one. */
  isViewed: boolean;
  order: readonly Id[];
  onLook: () => void;
  /** Puts it behind another, or in front of all; absent: it stays where it is. */
  onPlace?: ((id: Id, behind: Id | null) => void) | undefined;
  menu?: ReactNode;
}

/** One of them. Arrows go to the next, Alt and an arrow move it. */
export function Station<Id extends string>({
  id,
  hue,
  name,
  note,
  state,
  isViewed,
  order,
  onLook,
  onPlace,
  menu,
}: Props<Id>) {
  return (
    <li
      className={styles.item}
      data-viewing={isViewed ? '' : undefined}
      data-done={state === 'done' ? '' : undefined}
      data-flip={id}
      data-drag={onPlace && id}
      data-drop={onPlace && id}
    >
      <button
        type="button"
        className={styles.choose}
        aria-current={isViewed ? 'true' : undefined}
        data-station=""
        data-handle=""
        onClick={onLook}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
          if (by === null) return;
          event.preventDefault();
          if (!event.altKey) return focusNext(event.currentTarget, by);
          const { up, down } = placesAround(order, id);
          const behind = by < 0 ? up : down;
          if (behind !== undefined) onPlace?.(id, behind);
        }}
      >
        <Ring state={state} hue={hue} size={16} />
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          {note && <span className={styles.small}>{note}</span>}
        </span>
      </button>
      {menu && <span className={styles.menu}>{menu}</span>}
    </li>
  );
}

function focusNext(from: HTMLElement, by: -1 | 1): void {
  const all = [...(from.closest('nav')?.querySelectorAll<HTMLElement>('[data-station]') ?? [])];
  all[all.indexOf(from) + by]?.focus();
}
