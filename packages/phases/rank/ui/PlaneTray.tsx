import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Hand, useDrag } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useExplain } from '../../parts/index.ts';
import { setSpot, spotsIn, type RankSettings, type Spot } from '../domain/index.ts';
import { at, Plane } from './Plane.tsx';
import { SpotSelects } from './SpotSelects.tsx';
import { useQuadrant } from './useQuadrant.ts';
import { useItemTitle, useRank, useRankHand } from './useRank.ts';
import plane from './Plane.module.css';
import styles from './PlaneTray.module.css';

interface Props {
  phase: PhaseId;
  axes: NonNullable<RankSettings['axes']>;
}

/** My places, in the hand: dragged onto the plane, tapped there, nudged by arrow keys, or chosen in words. */
export function PlaneTray({ phase, axes }: Props) {
  const { t } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const titleOf = useItemTitle();
  const quadrantOf = useQuadrant(axes);
  const { settings, state } = useRank(phase);
  const spots = new Map(spotsIn({ settings, state }, useRankHand(phase)));
  const [chosen, choose] = useState<string | null>(null);
  const { items } = state;
  const next = items.find(({ id }) => !spots.has(id))?.id ?? null;
  const active = items.some(({ id }) => id === chosen) ? chosen : next;

  async function put(id: string, spot: Spot | null): Promise<void> {
    choose(spot === null ? id : null);
    const answer = await send(phase, setSpot, { item: id, spot: spot && within(spot) });
    if (answer !== 'done') return explain(answer);
    const item = items.find((each) => each.id === id);
    if (item && spot) announce(`${titleOf(item)}: ${quadrantOf(spot)}`);
  }

  const drag = useDrag({
    onDrop: (id, _target, point, element) => void put(id, spotOn(element, point.x, point.y)),
  });

  function tap(event: MouseEvent<HTMLElement>): void {
    if (active === null || event.target !== event.currentTarget) return;
    void put(active, spotOn(event.currentTarget, event.clientX, event.clientY));
  }

  function nudge(event: KeyboardEvent, id: string, spot: Spot): void {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    void put(id, { x: spot.x + step.x, y: spot.y + step.y });
  }

  return (
    <Hand
      title={t`Your hand`}
      note={t`Only you see this`}
      count={t`${spots.size} of ${items.length} placed`}
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
      defaultOpen
    >
      <div className={styles.tray} {...drag}>
        <Plane axes={axes} data-drop="plane" onClick={tap}>
          {items.map((item, index) => {
            const spot = spots.get(item.id);
            return (
              spot && (
                <button
                  key={item.id}
                  type="button"
                  className={plane.dot}
                  style={at(spot)}
                  data-drag={item.id}
                  aria-pressed={chosen === item.id}
                  aria-label={t`${index + 1}: ${titleOf(item)}. ${quadrantOf(spot)}. Arrow keys move it.`}
                  title={titleOf(item)}
                  onClick={() => choose(item.id)}
                  onKeyDown={(event) => nudge(event, item.id, spot)}
                >
                  {index + 1}
                </button>
              )
            );
          })}
        </Plane>
        <div className={styles.side}>
          <p className={styles.hint}>
            {next === null ? (
              <Trans>All placed. You can still move them.</Trans>
            ) : (
              <Trans>Drag an item onto the plane, or tap it and then its place.</Trans>
            )}
          </p>
          <ol className={styles.items}>
            {items.map((item, index) => (
              <li key={item.id}>
                <button
                  type="button"
                  className={styles.item}
                  data-upright=""
                  data-drag={item.id}
                  data-placed={spots.has(item.id) ? '' : undefined}
                  aria-pressed={active === item.id}
                  onClick={() => choose(item.id)}
                >
                  <b>{index + 1}</b>
                  <span>{titleOf(item)}</span>
                </button>
                {active === item.id && (
                  <SpotSelects
                    axes={axes}
                    title={titleOf(item)}
                    spot={spots.get(item.id) ?? null}
                    onPut={(spot) => {
                      void put(item.id, spot);
                      choose(item.id);
                    }}
                  />
                )}
              </li>
            ))}
          </ol>
        </div>
      </div>
    </Hand>
  );
}

const STEP = 0.05;
const STEPS: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: STEP },
  ArrowDown: { x: 0, y: -STEP },
};

const clamped = (value: number): number => Math.max(0, Math.min(1, value));
const within = ({ x, y }: Spot): Spot => ({ x: clamped(x), y: clamped(y) });

function spotOn(element: HTMLElement, x: number, y: number): Spot {
  const box = element.getBoundingClientRect();
  return { x: (x - box.left) / box.width, y: (box.bottom - y) / box.height };
}
