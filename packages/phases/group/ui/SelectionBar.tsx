import { Trans, useLingui } from '@lingui/react/macro';
import { Button, IconButton } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { CornerUpRight, Group as GroupIcon, Ungroup, X } from 'lucide-react';
import { useDoGrouping } from './doGrouping.ts';
import { useMove } from './moving.ts';
import { useChosen, useSelection } from './selection.ts';
import styles from './SelectionBar.module.css';

/** What can be done with the cards that are chosen; nothing while none is. */
export function SelectionBar() {
  const { t } = useLingui();
  const selection = useSelection();
  const chosen = useChosen();
  const { moveToNew } = useDoGrouping();
  const move = useMove();
  // A card alone can only be moved somewhere; several can be put together or taken out.
  const canGoOut = useView(({ board }) =>
    chosen.some(
      (card) => (board.groups[board.cards[card]?.group ?? ('' as never)]?.cards.length ?? 0) > 1,
    ),
  );
  if (chosen.length === 0) return null;
  const isOne = chosen.length === 1;
  return (
    <div className={styles.bar} role="group" aria-label={t`Chosen cards`}>
      <span className={styles.count}>
        {chosen.length}{' '}
        <span className={styles.word}>
          <Trans>chosen</Trans>
        </span>
      </span>
      <Button
        size="s"
        tone="primary"
        icon={<CornerUpRight size={16} aria-hidden />}
        data-move-chosen=""
        onClick={() => move({ cards: chosen })}
      >
        <Trans>Move to…</Trans>
      </Button>
      {(canGoOut || !isOne) && (
        <Button
          size="s"
          icon={isOne ? <Ungroup size={16} aria-hidden /> : <GroupIcon size={16} aria-hidden />}
          onClick={() => {
            moveToNew(chosen);
            selection.clear();
          }}
        >
          {isOne ? <Trans>Take out</Trans> : <Trans>Group them</Trans>}
        </Button>
      )}
      <IconButton
        label={t`Choose none`}
        size="s"
        icon={<X size={18} />}
        onClick={() => selection.clear()}
      />
    </div>
  );
}
