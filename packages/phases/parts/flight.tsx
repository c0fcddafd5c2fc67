import { Component, useLayoutEffect, type RefObject } from 'react';

/** Spots older than this, ms, have nothing to do with what is shown now. */
const FRESH = 1_500;
/** Beyond this many, flying cards are noise and cost frames. */
const MOST_FLYING = 80;
const FLIGHT = 240;
/** So much later, ms, each next card takes off; all of them within `LAST_START`. */
const STAGGER = 14;
const LAST_START = 220;

let left: { spots: Map<string, DOMRect>; at: number } | null = null;

/** Notes where the cards of the hand and the piles of the board lie, for the screen that shows them open. */
function noteSpots(): void {
  const spots = new Map<string, DOMRect>();
  for (const card of document.querySelectorAll<HTMLElement>('[data-hand] [data-flip]'))
    spots.set(`card ${card.dataset['flip'] ?? ''}`, card.getBoundingClientRect());
  for (const pile of document.querySelectorAll<HTMLElement>('[data-pile]'))
    spots.set(`pile ${pile.dataset['pile'] ?? ''}`, pile.getBoundingClientRect());
  if (spots.size > 0) left = { spots, at: performance.now() };
}

/**
 * Put beside cards that lie face down: when `when` changes, or the screen goes away, they take off to
 * wherever `useLanding` then finds them. A class, because only classes are called right before the
 * old places are gone.
 */
export class TakeOff extends Component<{ when: unknown }> {
  override getSnapshotBeforeUpdate(before: { when: unknown }): null {
    if (before.when !== this.props.when) noteSpots();
    return null;
  }

  override componentDidUpdate(): void {
    // React asks for it beside getSnapshotBeforeUpdate.
  }

  override componentWillUnmount(): void {
    noteSpots();
  }

  override render(): null {
    return null;
  }
}

/**
 * Lets cards that have just been revealed fly to their places in the container: one's own out of the
 * hand, those of others from their pile, turning over on the way.
 */
export function useLanding(container: RefObject<HTMLElement | null>, when: unknown): void {
  useLayoutEffect(() => {
    const from = left;
    const root = container.current;
    if (!root || !from) return;
    const cards = [...root.querySelectorAll<HTMLElement>('[data-flip][data-prompt]')];
    if (cards.length === 0) return;
    left = null;
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (isStill || performance.now() - from.at > FRESH) return;
    const landings = cards.flatMap((card) => {
      const own = from.spots.get(`card ${card.dataset['flip'] ?? ''}`);
      const spot = own ?? from.spots.get(`pile ${card.dataset['prompt'] ?? ''}`);
      const rect = card.getBoundingClientRect();
      const isSeen = rect.bottom > 0 && rect.top < window.innerHeight;
      return spot && isSeen ? [{ card, spot, rect, isOwn: own !== undefined }] : [];
    });
    landings.slice(0, MOST_FLYING).forEach(({ card, spot, rect, isOwn }, index) => {
      const way = `translate(${spot.left - rect.left}px, ${spot.top - rect.top}px)`;
      card.animate(
        [
          {
            transform: isOwn ? way : `${way} perspective(700px) rotateY(-88deg)`,
            opacity: isOwn ? 1 : 0,
          },
          { opacity: 1, offset: 0.4 },
          { transform: 'none', opacity: 1 },
        ],
        {
          duration: FLIGHT,
          delay: Math.min(index * STAGGER, LAST_START),
          easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
          fill: 'backwards',
        },
      );
    });
  }, [container, when]);
}
