import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button, Hand, hash, LinkButton } from '@rondo/design';
import { useMe, useSend } from '@rondo/live/react';
import type { ParticipantId, PhaseId } from '@rondo/meeting';
import { OrderList, useExplain } from '../../parts/index.ts';
import { orderIn, setOrder, type RankItem } from '../domain/index.ts';
import { useItemTitle, useRank, useRankHand } from './useRank.ts';
import styles from './Rank.module.css';

/**
 * My order, in the hand. It begins in another order for everybody, so that the list itself does not
 * vote; it counts from the first move on, or when I say that it is mine.
 */
export function OrderTray({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const me = useMe();
  const send = useSend();
  const explain = useExplain();
  const titleOf = useItemTitle();
  const { settings, state } = useRank(phase);
  const hand = useRankHand(phase);
  const mine = orderIn({ settings, state }, hand);
  const items = inMyOrder(state.items, mine, me);
  const isGiven = mine.length > 0;

  async function give(order: string[]): Promise<void> {
    const answer = await send(phase, setOrder, { order });
    if (answer !== 'done') explain(answer);
  }

  return (
    <Hand
      title={t`Your hand`}
      note={t`Only you see this`}
      count={isGiven ? t`ranked` : undefined}
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
      defaultOpen
    >
      <div className={styles.tray}>
        <p className={styles.lead}>
          {isGiven ? (
            <>
              <Trans>Your order counts. You can go on moving things.</Trans>{' '}
              <LinkButton onClick={() => void give([])}>
                <Trans>Take it back</Trans>
              </LinkButton>
            </>
          ) : (
            <>
              <Trans>Move what matters most to the top.</Trans>{' '}
              <Button size="s" onClick={() => void give(items.map(({ id }) => id))}>
                <Trans>That is my order</Trans>
              </Button>
            </>
          )}
        </p>
        <OrderList
          label={t`Your order`}
          hue="rank"
          items={items.map((item) => ({
            id: item.id,
            title: titleOf(item),
            note: isGiven && !mine.includes(item.id) && (
              <Badge hue="rank">
                <Trans>new, not ranked yet</Trans>
              </Badge>
            ),
          }))}
          onOrder={(order) => void give(order)}
        />
      </div>
    </Hand>
  );
}

/** What I have ranked comes first; the rest stands in an order that only I have. */
function inMyOrder(
  items: readonly RankItem[],
  mine: readonly string[],
  me: ParticipantId,
): readonly RankItem[] {
  const placed = mine.flatMap((id) => items.find((each) => each.id === id) ?? []);
  const rest = items
    .filter(({ id }) => !mine.includes(id))
    .toSorted((a, b) => hash(`${me} ${a.id}`) - hash(`${me} ${b.id}`));
  return [...placed, ...rest];
}
