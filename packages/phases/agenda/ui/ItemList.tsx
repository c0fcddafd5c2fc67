import { useLingui } from '@lingui/react/macro';
import { announce, useDrag, useFlip } from '@rondo/design';
import type { CardId, PhaseId } from '@rondo/meeting';
import { useRef } from 'react';
import { useAct } from '../../parts/index.ts';
import { moveItem } from '../domain/index.ts';
import { ItemRow } from './ItemRow.tsx';
import type { useAgenda } from './useAgenda.ts';
import styles from './Items.module.css';

interface Props {
  phase: PhaseId;
  agenda: ReturnType<typeof useAgenda>;
}

/** The agenda in its order: dragged, or moved by keys and from the menu. */
export function ItemList({ phase, agenda }: Props) {
  const { t } = useLingui();
  const { items, mayMove } = agenda;
  const act = useAct(phase);
  const list = useRef<HTMLOListElement>(null);
  useFlip(list, items.map(({ id }) => id).join());
  const place = (item: CardId, behind: CardId | null): void => {
    void act(moveItem, { item, behind }).then((done) => done && announce(t`Moved`));
  };
  const drag = useDrag({
    onDrop: (id, target, { y }, element) => {
      // Both attributes carry ids of items.
      const [item, other] = [id, target] as CardId[];
      if (!item || !other) return;
      const { top, height } = element.getBoundingClientRect();
      const at = items.findIndex((each) => each.id === other);
      const behind = y > top + height / 2 ? other : (items[at - 1]?.id ?? null);
      const before = items[items.findIndex((each) => each.id === item) - 1]?.id ?? null;
      if (behind !== item && behind !== before) place(item, behind);
    },
  });
  /** One place up or down; nothing at the end of the list. */
  function step(item: CardId, by: -1 | 1): void {
    const at = items.findIndex(({ id }) => id === item);
    if (items[at + by] === undefined) return;
    place(item, items[by < 0 ? at - 2 : at + 1]?.id ?? null);
  }
  return (
    <ol ref={list} className={styles.list} aria-label={t`Agenda`} {...(mayMove && drag)}>
      {items.map((listed, index) => (
        <ItemRow
          key={listed.id}
          phase={phase}
          agenda={agenda}
          listed={listed}
          step={step}
          isFirst={index === 0}
          isLast={index === items.length - 1}
        />
      ))}
    </ol>
  );
}
