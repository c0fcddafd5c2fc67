import { Plural, Trans } from '@lingui/react/macro';
import { Badge, useFlip } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { useRef } from 'react';
import { ranked, type RankResult } from '../domain/index.ts';
import { useItemTitle, useRank } from './useRank.ts';
import styles from './Ranking.module.css';

/** The order that comes out, with points, ties and how far apart people were. */
export function Ranking({ phase }: { phase: PhaseId }) {
  const titleOf = useItemTitle();
  const { state } = useRank(phase);
  const list = useRef<HTMLOListElement>(null);
  const items = ranked(state);
  useFlip(list, items);
  const { result } = state;
  if (!result) return null;
  const most = Math.max(1, state.items.length - 1);
  return (
    <>
      <p className={styles.about}>
        <Plural value={result.answers} one="# person has ranked." other="# people have ranked." />
      </p>
      <ol ref={list} className={styles.list}>
        {items.map((item) => {
          const placed = result.items[item.id];
          const { order } = placed ?? {};
          return (
            <li key={item.id} className={styles.row} data-flip={item.id}>
              <span className={styles.place}>{placed?.place ?? '–'}</span>
              <span className={styles.title}>
                {titleOf(item)} {isTied(result, item.id) && <Tied />}
              </span>
              <span className={styles.track} aria-hidden="true">
                <i style={{ inlineSize: `${((order?.points ?? 0) / most) * 100}%` }} />
              </span>
              <span className={styles.facts}>
                {order ? (
                  order.best === order.worst ? (
                    <Trans>everybody: place {order.best}</Trans>
                  ) : (
                    <Trans>
                      from place {order.best} to {order.worst}
                    </Trans>
                  )
                ) : (
                  <Trans>nobody has placed it</Trans>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      <p className={styles.rule}>
        <Trans>
          Each order gives its last item no point, the one before it one point, and so on. The same
          sum is the same place.
        </Trans>
      </p>
    </>
  );
}

function isTied({ items }: RankResult, id: string): boolean {
  const place = items[id]?.place ?? null;
  return place !== null && Object.values(items).filter((each) => each.place === place).length > 1;
}

const Tied = () => (
  <Badge>
    <Trans>tied</Trans>
  </Badge>
);
