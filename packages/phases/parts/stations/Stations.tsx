import { useDrag, useFlip } from '@rondo/design';
import { useRef, type ReactNode } from 'react';
import styles from './Stations.module.css';

interface Props<Id> {
  label: string;
  heading: 'h2' | 'h3';
  order: readonly Id[];
  /** What is listed; whenever it changes, everything glides to its place. */
  listed: unknown;
  /** Puts one behind another, or in front of all; absent: nobody drags. */
  onPlace: ((id: Id, behind: Id | null) => void) | undefined;
  /** A `Station` for each. */
  children: ReactNode;
  /** What stands below, beside the order. */
  more?: ReactNode;
}

/** What a meeting goes through one by one, in its order: where it is, what is done, what comes. */
export function Stations<Id extends string>({
  label,
  heading: Heading,
  order,
  listed,
  onPlace,
  children,
  more,
}: Props<Id>) {
  const list = useRef<HTMLElement>(null);
  useFlip(list, listed);
  const drag = useDrag({
    onDrop: (id, target, { y }, element) => {
      const dragged = order.find((each) => each === id);
      const at = order.findIndex((each) => each === target);
      const other = order[at];
      if (!dragged || !other) return;
      const { top, height } = element.getBoundingClientRect();
      const behind = y > top + height / 2 ? other : (order[at - 1] ?? null);
      const before = order[order.indexOf(dragged) - 1] ?? null;
      if (behind !== dragged && behind !== before) onPlace?.(dragged, behind);
    },
  });
  return (
    <nav ref={list} className={styles.stations} aria-label={label} {...(onPlace && drag)}>
      <Heading className={styles.heading}>
        {label}
        <span className={styles.count}>{order.length}</span>
      </Heading>
      <ol className={styles.list}>{children}</ol>
      {more}
    </nav>
  );
}
