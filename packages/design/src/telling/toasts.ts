import { announce } from './announce.ts';

export type ToastTone = 'info' | 'ok' | 'warn' | 'danger';

export type ToastWish = {
  text: string;
  tone?: ToastTone;
  action?: { label: string; onAct: () => void };
  /** In ms; `Infinity` stays until it is dismissed. */
  lasts?: number;
};

export type Toast = ToastWish & { id: number; tone: ToastTone; lasts: number };

let shown: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** More than these at once would hide the board; the oldest gives way. */
const most = 3;

/** Shows a line at the edge of the screen and says it. Answers with how to take it away again. */
export function toast({ tone = 'info', lasts = 6000, ...wish }: ToastWish): () => void {
  // The same words twice say no more than once; those that offer something to do stay.
  const same = shown.find((each) => each.text === wish.text);
  if (same && !wish.action) return () => dismissToast(same.id);
  const id = ++lastId;
  change([...shown, { ...wish, tone, lasts, id }].slice(-most));
  announce(wish.text, { assertive: tone === 'danger' });
  return () => dismissToast(id);
}

export function dismissToast(id: number): void {
  change(shown.filter((each) => each.id !== id));
}

export function shownToasts(): readonly Toast[] {
  return shown;
}

export function watchToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}
