import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Badge, Switch } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { useState } from 'react';
import { ranked, type RankSettings, type Spot } from '../domain/index.ts';
import { at, Plane } from './Plane.tsx';
import { useQuadrant } from './useQuadrant.ts';
import { useItemTitle, useRank } from './useRank.ts';
import plane from './Plane.module.css';
import styles from './PlaneResult.module.css';

interface Props {
  phase: PhaseId;
  axes: NonNullable<RankSettings['axes']>;
}

/** The median of each item on the plane, how far apart people were, and all of it as a list. */
export function PlaneResult({ phase, axes }: Props) {
  const { t } = useLingui();
  const titleOf = useItemTitle();
  const quadrantOf = useQuadrant(axes);
  const { state } = useRank(phase);
  const [hasSpread, showSpread] = useState(false);
  const { result } = state;
  if (!result) return null;
  const items = ranked(state).map((item, index) => ({
    item,
    number: index + 1,
    placed: result.items[item.id],
  }));
  return (
    <div className={styles.result}>
      <div>
        <Plane axes={axes}>
          {hasSpread &&
            items.map(
              ({ item, placed }) =>
                placed?.spot && (
                  <span key={item.id} className={plane.spread} style={box(placed.spot)} />
                ),
            )}
          {items.map(
            ({ item, number, placed }) =>
              placed?.spot && (
                <span
                  key={item.id}
                  className={plane.dot}
                  style={at(placed.spot)}
                  title={titleOf(item)}
                  aria-hidden="true"
                >
                  {number}
                </span>
              ),
          )}
        </Plane>
        <Switch
          label={t`Show how far apart people were`}
          hint={t`The frame holds the middle half of all places.`}
          checked={hasSpread}
          onChange={showSpread}
        />
      </div>
      <div>
        <p className={styles.about}>
          <Plural
            value={result.answers}
            one="# person has placed items."
            other="# people have placed items."
          />
        </p>
        <ol className={styles.list}>
          {items.map(({ item, number, placed }) => (
            <li key={item.id}>
              <span className={styles.number}>{placed?.spot ? number : '–'}</span>
              <span>
                {titleOf(item)}
                <small>
                  {placed?.spot ? (
                    <>
                      {quadrantOf(placed.spot)}{' '}
                      {isFarApart(placed.spot) && (
                        <Badge tone="warn">
                          <Trans>far apart</Trans>
                        </Badge>
                      )}
                    </>
                  ) : (
                    <Trans>nobody has placed it</Trans>
                  )}
                </small>
              </span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

type Spread = Spot & { readonly xs: readonly number[]; readonly ys: readonly number[] };

/** Worth a word: half of the people are more than a third of an axis apart. */
const isFarApart = ({ xs, ys }: Spread): boolean => width(xs) > 1 / 3 || width(ys) > 1 / 3;

const width = ([low = 0, high = 0]: readonly number[]): number => high - low;

const box = ({ xs, ys }: Spread) => ({
  left: `${(xs[0] ?? 0) * 100}%`,
  bottom: `${(ys[0] ?? 0) * 100}%`,
  width: `${width(xs) * 100}%`,
  height: `${width(ys) * 100}%`,
});
