import type { DragPoint } from './drag.ts';

export type Ghost = {
  moveTo: (at: DragPoint) => void;
  rect: () => DOMRect;
  /** Fades where it was let go. */
  land: () => void;
  /** Flies back to where it came from. */
  goHome: (source: HTMLElement) => void;
};

/**
 * The copy that follows the pointer. A transform on a layer of its own: moving it paints nothing and
 * lays out nothing, whatever lies on the board.
 */
export function makeGhost(source: HTMLElement, grip: DragPoint): Ghost {
  const home = source.getBoundingClientRect();
  const copy = source.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('an HTML element clones to an HTML element');

  // Away from its parents it would lose what it inherits.
  const inherited = getComputedStyle(source);
  for (const name of ['--h', '--h-ink', 'color-scheme', 'font-size', 'direction']) {
    copy.style.setProperty(name, inherited.getPropertyValue(name));
  }
  for (const marked of [copy, ...copy.querySelectorAll<HTMLElement>('[id]')]) {
    marked.removeAttribute('id');
  }
  delete copy.dataset['drag'];
  delete copy.dataset['drop'];
  delete copy.dataset['flip'];
  copy.dataset['ghost'] = '';
  copy.setAttribute('aria-hidden', 'true');
  copy.inert = true;
  copy.style.left = `${home.left}px`;
  copy.style.top = `${home.top}px`;
  copy.style.width = `${home.width}px`;
  copy.style.height = `${home.height}px`;
  document.body.append(copy);

  let transform = '';
  const leave = (to: Keyframe) => {
    const flight = copy.animate([{ transform, opacity: 1 }, to], {
      duration: 180,
      easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      fill: 'forwards',
    });
    flight.addEventListener('finish', () => copy.remove());
    flight.addEventListener('cancel', () => copy.remove());
  };

  return {
    moveTo({ x, y }) {
      transform = `translate3d(${x - grip.x}px, ${y - grip.y}px, 0) rotate(1.2deg)`;
      copy.style.transform = transform;
    },
    rect: () => copy.getBoundingClientRect(),
    land: () => leave({ transform: `${transform} scale(0.96)`, opacity: 0 }),
    goHome(from) {
      const now = from.isConnected ? from.getBoundingClientRect() : home;
      const x = now.left - home.left;
      const y = now.top - home.top;
      leave({ transform: `translate3d(${x}px, ${y}px, 0)`, opacity: 0.4 });
    },
  };
}
