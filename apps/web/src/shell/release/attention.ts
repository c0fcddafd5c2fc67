const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const;
const CHANGES = ['input', 'change'] as const;

export interface Attention {
  /** How long nothing on this page was touched, ms. */
  readonly idleMs: () => number;
  /** There are words in a field that may not be anywhere else, or a dialog is open. */
  readonly hasBegun: () => boolean;
}

/** Watches what this person does on the page; to be called once. */
export function watchAttention(): Attention {
  let touchedAt = performance.now();
  // What is there already may have been typed before anybody watched.
  const changed = new WeakSet<EventTarget>(document.querySelectorAll('input, select'));
  const touch = (): void => {
    touchedAt = performance.now();
  };
  const change = ({ target }: Event): void => {
    touch();
    if (target) changed.add(target);
  };
  // Captured: a screen may keep an event to itself.
  const quietly = { capture: true, passive: true };
  for (const name of TOUCHES) document.addEventListener(name, touch, quietly);
  for (const name of CHANGES) document.addEventListener(name, change, quietly);
  return {
    idleMs: () => performance.now() - touchedAt,
    hasBegun: () =>
      document.querySelector('dialog[open]') !== null ||
      [...document.querySelectorAll('textarea, input, select')].some(
        (field) => isFilled(field) && (field instanceof HTMLTextAreaElement || changed.has(field)),
      ),
  };
}

/** Where a field is empty again, what was in it has gone where it belongs. */
function isFilled(field: Element): boolean {
  if (field instanceof HTMLSelectElement) return !field.disabled;
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return false;
  return !field.disabled && !field.readOnly && field.value.trim() !== '';
}
