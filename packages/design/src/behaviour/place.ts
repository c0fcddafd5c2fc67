export type Align = 'start' | 'centre' | 'end';
export type Side = 'above' | 'below';

const gap = 6;
const margin = 8;

/**
 * Puts a floating element beside its anchor, in viewport coordinates: on the wished side if it fits
 * there, else on the other; never beyond the window's edge.
 */
export function place(floating: HTMLElement, anchor: Element, side: Side, align: Align): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const { clientWidth, clientHeight } = document.documentElement;

  const above = at.top - gap - height;
  const below = at.bottom + gap;
  const fitsAbove = above >= margin;
  const fitsBelow = below + height <= clientHeight - margin;
  const goesAbove = side === 'above' ? fitsAbove || !fitsBelow : fitsAbove && !fitsBelow;
  const top = goesAbove ? above : below;

  const isLeftToRight = getComputedStyle(anchor).direction !== 'rtl';
  const left =
    align === 'centre'
      ? at.left + at.width / 2 - width / 2
      : (align === 'start') === isLeftToRight
        ? at.left
        : at.right - width;

  floating.style.left = `${between(margin, left, clientWidth - width - margin)}px`;
  floating.style.top = `${between(margin, top, clientHeight - height - margin)}px`;
  floating.style.transformOrigin = goesAbove ? 'bottom' : 'top';
}

/** Keeps an element beside its anchor while anything scrolls or the window changes; returns the end of it. */
export function keepPlaced(
  floating: HTMLElement,
  anchor: Element,
  side: Side,
  align: Align,
): () => void {
  const update = () => place(floating, anchor, side, align);
  update();
  window.addEventListener('scroll', update, { capture: true, passive: true });
  window.addEventListener('resize', update);
  const watcher = new ResizeObserver(update);
  watcher.observe(floating);
  return () => {
    window.removeEventListener('scroll', update, { capture: true });
    window.removeEventListener('resize', update);
    watcher.disconnect();
  };
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
