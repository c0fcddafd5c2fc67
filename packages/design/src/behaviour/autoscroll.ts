import type { DragPoint } from './drag.ts';

/** How near to an edge scrolling starts, and the most it scrolls per frame, in px. */
const edge = 56;
const fastest = 16;

let known: { under: Element; scrollers: Element[] } | undefined;

/** Scrolls what lies under the pointer when it comes near an edge. Says whether anything moved. */
export function autoscroll(under: Element, at: DragPoint): boolean {
  if (known?.under !== under) known = { under, scrollers: scrollersAround(under) };
  for (const scroller of known.scrollers) {
    const isPage = scroller === document.scrollingElement;
    const box = isPage
      ? { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight }
      : scroller.getBoundingClientRect();
    const x = speed(at.x, box.left, box.right);
    const y = speed(at.y, box.top, box.bottom);
    if (x === 0 && y === 0) continue;
    const { scrollLeft, scrollTop } = scroller;
    scroller.scrollBy({ left: x, top: y, behavior: 'instant' });
    if (scroller.scrollLeft !== scrollLeft || scroller.scrollTop !== scrollTop) return true;
  }
  return false;
}

function scrollersAround(element: Element): Element[] {
  const found: Element[] = [];
  for (let each: Element | null = element; each; each = each.parentElement) {
    const hasMore = each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth;
    if (!hasMore) continue;
    const { overflowX, overflowY } = getComputedStyle(each);
    if (/auto|scroll/.test(overflowX + overflowY)) found.push(each);
  }
  if (document.scrollingElement && !found.includes(document.scrollingElement)) {
    found.push(document.scrollingElement);
  }
  return found;
}

/** Faster the nearer to the edge; nothing where the box is too small to have a middle. */
function speed(at: number, from: number, to: number): number {
  if (to - from < 3 * edge) return 0;
  if (at < from + edge) return -Math.ceil(fastest * Math.min(1, (from + edge - at) / edge));
  if (at > to - edge) return Math.ceil(fastest * Math.min(1, (at - to + edge) / edge));
  return 0;
}
