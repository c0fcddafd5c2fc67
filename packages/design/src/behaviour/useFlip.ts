import { useLayoutEffect, useRef, type RefObject } from 'react';
import { takeDrop } from './droppedFrom.ts';

type Spot = { left: number; top: number };

/** Beyond this, movement is noise and costs frames: the rest simply is where it is. */
const mostGliding = 120;

/**
 * Lets what carries `data-flip="<id>"` inside the container glide to its new place whenever `key`
 * changes: cards gather into groups, topics find their order. Reading places costs one layout;
 * the glide itself runs on the compositor.
 */
export function useFlip(container: RefObject<HTMLElement | null>, key: unknown): void {
  const before = useRef<Map<string, Spot>>(new Map());

  useLayoutEffect(() => {
    const root = container.current;
    if (!root) return;
    const origin = root.getBoundingClientRect();
    const scrolled = { left: origin.left - root.scrollLeft, top: origin.top - root.scrollTop };
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

    const now = new Map<string, Spot>();
    let unseen: { carrier: HTMLElement; spot: Spot } | undefined;
    const moves = new Map<Element, { element: HTMLElement; x: number; y: number }>();
    for (const element of root.querySelectorAll<HTMLElement>('[data-flip]')) {
      const id = element.getAttribute('data-flip') ?? '';
      const dropped = takeDrop(id);
      if (unseen?.carrier.contains(element)) {
        // Near enough, should it fly out of there. To read a place costs 2 µs, and most are not seen.
        now.set(id, unseen.spot);
        continue;
      }
      const rect = element.getBoundingClientRect();
      const spot = { left: rect.left - scrolled.left, top: rect.top - scrolled.top };
      now.set(id, spot);
      const isSeen = rect.bottom >= 0 && rect.top <= window.innerHeight;
      if (!isSeen) unseen = { carrier: element, spot };
      const from = dropped
        ? { left: dropped.left - scrolled.left, top: dropped.top - scrolled.top }
        : before.current.get(id);
      if (!from || isStill || !isSeen) continue;
      // What glides inside something that glides is carried along and needs only the rest.
      const carrier = element.parentElement?.closest('[data-flip]');
      const carried = carrier && moves.get(carrier);
      const x = from.left - spot.left - (carried?.x ?? 0);
      const y = from.top - spot.top - (carried?.y ?? 0);
      if (moves.size < mostGliding && (Math.abs(x) >= 1 || Math.abs(y) >= 1))
        moves.set(element, { element, x, y });
    }
    before.current = now;

    for (const { element, x, y } of moves.values()) {
      element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
        duration: 240,
        easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      });
    }
  }, [container, key]);
}
