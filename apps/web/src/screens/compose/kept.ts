import type { Draft } from './draft.ts';

/** What this browser keeps of something unsaved. */
export interface Kept {
  draft: Draft;
  /** The version it was made from; null: it is new. */
  version: number | null;
}

const nameOf = (key: string): string => `rondo.compose.${key}`;

/** A draft that was left here, or null. */
export function readKept(key: string): Kept | null {
  try {
    const text = localStorage.getItem(nameOf(key));
    if (text === null) return null;
    // Written by `keep` below, perhaps by another release.
    const kept = JSON.parse(text) as Partial<Kept> | null;
    return kept?.draft && Array.isArray(kept.draft.flow) && kept.draft.people && kept.draft.keywords
      ? { draft: kept.draft, version: kept.version ?? null }
      : null;
  } catch {
    // No storage here, or something else is in it: then nothing was kept.
    return null;
  }
}

/** @returns whether it is kept: a full or forbidden storage keeps nothing */
export function keep(key: string, kept: Kept): boolean {
  try {
    localStorage.setItem(nameOf(key), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(nameOf(key));
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
