import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'light' | 'dark' | 'system';
export type ShownTheme = 'light' | 'dark';

const key = 'rondo-theme';
const listeners = new Set<() => void>();
let choice: ThemeChoice | undefined;

/** Puts the stored choice on `<html data-theme>`: call it before the first render, so nothing flashes. */
export function applyStoredTheme(): void {
  choice = stored();
  document.documentElement.dataset['theme'] = choice;
}

export function themeChoice(): ThemeChoice {
  choice ??= stored();
  return choice;
}

/** Chooses for this browser, in all its tabs. */
export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  document.documentElement.dataset['theme'] = next;
  store(next);
  tell();
}

/** What is on the screen now: the choice, or what the system asks for. */
export function shownTheme(): ShownTheme {
  const chosen = themeChoice();
  if (chosen !== 'system') return chosen;
  return darkQuery().matches ? 'dark' : 'light';
}

/** Calls back when the choice or the system's wish changes; returns the end of it. */
export function watchTheme(listener: () => void): () => void {
  if (listeners.size === 0) {
    darkQuery().addEventListener('change', tell);
    window.addEventListener('storage', hearOtherTab);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    darkQuery().removeEventListener('change', tell);
    window.removeEventListener('storage', hearOtherTab);
  };
}

export function useTheme(): {
  choice: ThemeChoice;
  shown: ShownTheme;
  choose: (next: ThemeChoice) => void;
} {
  const chosen = useSyncExternalStore(watchTheme, themeChoice, () => 'system' as const);
  const shown = useSyncExternalStore(watchTheme, shownTheme, () => 'light' as const);
  return { choice: chosen, shown, choose: chooseTheme };
}

function tell(): void {
  for (const listener of listeners) listener();
}

function hearOtherTab(event: StorageEvent): void {
  if (event.key !== key) return;
  applyStoredTheme();
  tell();
}

function darkQuery(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(key);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    // A browser that blocks storage has no choice to remember.
    return 'system';
  }
}

function store(next: ThemeChoice): void {
  try {
    localStorage.setItem(key, next);
  } catch {
    // Blocked or full: the choice then lasts as long as this page, which is what such a browser asks for.
  }
}
