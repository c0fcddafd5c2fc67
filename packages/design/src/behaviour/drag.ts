import { autoscroll } from './autoscroll.ts';
import { makeGhost } from './dragGhost.ts';
import { rememberDrop } from './droppedFrom.ts';

export type DragPoint = { x: number; y: number };

export type DragEvents = {
  onStart?: (id: string) => void;
  /** Once per frame while the pointer moves: for telling others. Throttle what you send. */
  onMove?: (id: string, at: DragPoint) => void;
  /** Another place lies under the pointer, or none. */
  onOver?: (id: string, target: string | undefined) => void;
  /** Let go over a place. `element` is the place, to find out where in it. */
  onDrop: (id: string, target: string, at: DragPoint, element: HTMLElement) => void;
  /** Escape, let go over nothing, or taken away by the browser. */
  onCancel?: (id: string) => void;
};

/** A hand that only clicks trembles less than this, in px. */
const mouseSlack = 4;
/** A finger that rests this long, in ms, means to lift; one that moves earlier means to scroll. */
const longPress = 120;
const touchSlack = 8;

/**
 * Follows one pointer from its press until it is let go. The drag itself begins when the press turns
 * out to be one. Returns a function that cancels.
 */
export function startDrag(
  source: HTMLElement,
  id: string,
  press: PointerEvent,
  events: DragEvents,
): () => void {
  const isTouch = press.pointerType !== 'mouse';
  const start: DragPoint = { x: press.clientX, y: press.clientY };
  let at = start;
  let ghost: ReturnType<typeof makeGhost> | undefined;
  let over: HTMLElement | undefined;
  let frame = 0;
  let isOver = false;

  const timer = isTouch ? setTimeout(() => begin(), longPress) : undefined;
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', release, { signal });
  window.addEventListener('pointercancel', takenAway, { signal });
  window.addEventListener('blur', cancel, { signal });
  window.addEventListener('keydown', key, { signal, capture: true });
  // By event and not by a style on the root, which would restyle every card when a drag begins.
  window.addEventListener('selectstart', prevent, { signal });
  window.addEventListener('dragstart', prevent, { signal });
  window.addEventListener('contextmenu', preventIfTouch, { signal });
  // Once lifted, the finger carries and must not scroll; only a non-passive listener may say so.
  window.addEventListener('touchmove', preventIfDragging, { signal, passive: false });

  function begin(): void {
    if (ghost || isOver) return;
    ghost = makeGhost(source, start);
    source.dataset['dragging'] = '';
    getSelection()?.removeAllRanges();
    events.onStart?.(id);
    frame = requestAnimationFrame(step);
  }

  function move(event: PointerEvent): void {
    if (event.pointerId !== press.pointerId) return;
    at = { x: event.clientX, y: event.clientY };
    if (ghost) return;
    const moved = Math.hypot(at.x - start.x, at.y - start.y);
    if (isTouch && moved > touchSlack) finish();
    else if (!isTouch && moved > mouseSlack) begin();
  }

  let stepped: DragPoint | undefined;

  function step(): void {
    if (!ghost) return;
    frame = requestAnimationFrame(step);
    const hasMoved = at !== stepped;
    stepped = at;
    // Asked before anything is moved: behind a change it would restyle the page once more per frame.
    const under = document.elementFromPoint(at.x, at.y);
    const hasScrolled = under !== null && autoscroll(under, at);
    if (hasMoved) ghost.moveTo(at);
    if (!hasMoved && !hasScrolled) return;
    enter(placeUnder(under));
    if (hasMoved) events.onMove?.(id, at);
  }

  function placeUnder(under: Element | null): HTMLElement | undefined {
    let place = under?.closest<HTMLElement>('[data-drop]') ?? undefined;
    // Nothing can be dropped on itself or on what it contains.
    while (place && source.contains(place)) {
      place = place.parentElement?.closest<HTMLElement>('[data-drop]') ?? undefined;
    }
    return place;
  }

  function enter(place: HTMLElement | undefined): void {
    if (place === over) return;
    delete over?.dataset['dropOver'];
    over = place;
    if (place) place.dataset['dropOver'] = '';
    events.onOver?.(id, place?.dataset['drop']);
  }

  function release(event: PointerEvent): void {
    if (event.pointerId !== press.pointerId) return;
    if (!ghost) return finish();
    at = { x: event.clientX, y: event.clientY };
    // Others may have moved the board under a pointer that rests: then the place that is marked counts.
    const isResting = stepped?.x === at.x && stepped.y === at.y;
    const place =
      isResting && over?.isConnected ? over : placeUnder(document.elementFromPoint(at.x, at.y));
    const target = place?.dataset['drop'];
    if (!place || target === undefined) return cancel();
    swallowClick();
    const landed = ghost.rect();
    ghost.land();
    finish();
    source.dataset['dragging'] = '';
    // In a task of its own: beside what the browser does when a button is let go, which is 6 of 26 ms
    // among 400 cards, it would hold up the screen too long on a phone.
    setTimeout(() => {
      delete source.dataset['dragging'];
      rememberDrop(id, landed);
      events.onDrop(id, target, at, place);
    });
  }

  function cancel(): void {
    if (isOver) return;
    const wasDragging = ghost !== undefined;
    if (wasDragging) swallowClick();
    ghost?.goHome(source);
    finish();
    if (wasDragging) events.onCancel?.(id);
  }

  function takenAway(event: PointerEvent): void {
    if (event.pointerId === press.pointerId) cancel();
  }

  function key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !ghost) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  }

  function preventIfTouch(event: Event): void {
    if (isTouch) event.preventDefault();
  }

  function preventIfDragging(event: Event): void {
    if (ghost && event.cancelable) event.preventDefault();
  }

  function finish(): void {
    isOver = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    listening.abort();
    delete over?.dataset['dropOver'];
    delete source.dataset['dragging'];
    ghost = undefined;
  }

  return cancel;
}

function prevent(event: Event): void {
  event.preventDefault();
}

/** Letting go is not a click on what happens to lie below. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  // Where no click follows, the next one is a real one.
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
