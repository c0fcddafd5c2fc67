import { useEffect, type RefObject } from 'react';

/**
 * Sets `--keyboard` (px) on an element to what an on-screen keyboard covers at the bottom: iOS lays the
 * keyboard over the page and tells only the visual viewport about it.
 */
export function useKeyboardInset(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return undefined;
    const update = () => {
      const covered = window.innerHeight - viewport.height - viewport.offsetTop;
      // Zooming in shrinks the visual viewport too, and is no keyboard.
      const inset = viewport.scale > 1.01 ? 0 : Math.max(0, Math.round(covered));
      element.current?.style.setProperty('--keyboard', `${inset}px`);
    };
    viewport.addEventListener('resize', update);
    viewport.addEventListener('scroll', update);
    return () => {
      viewport.removeEventListener('resize', update);
      viewport.removeEventListener('scroll', update);
    };
  }, [element]);
}
