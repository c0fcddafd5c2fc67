import { useEffect, useState } from 'react';
import type * as similarity from '../domain/similarity.ts';

type Similarity = typeof similarity;

let loaded: Similarity | null = null;
let loading: Promise<Similarity> | null = null;

/** Loads what finds groups and titles: its word lists are too big for everybody's way to the first card. */
export function loadSimilarity(): Promise<Similarity> {
  loading ??= import('../domain/similarity.ts').then(
    (module) => {
      loaded = module;
      return module;
    },
    (error: unknown) => {
      // The network may be back at the next try.
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** The same where it is already there. */
export const similarityNow = (): Similarity | null => loaded;

/** Fetches it once `wanted`; null until then. */
export function useSimilarity(wanted: boolean): Similarity | null {
  const [similarity, setSimilarity] = useState(loaded);
  useEffect(() => {
    if (!wanted || similarity) return undefined;
    let isGone = false;
    loadSimilarity().then(
      (module) => {
        if (!isGone) setSimilarity(module);
      },
      // Without it, the first card is the title; nobody asked for more.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [wanted, similarity]);
  return similarity;
}
