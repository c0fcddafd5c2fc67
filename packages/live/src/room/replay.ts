import { applyPatch, type Doc, type Patch } from '@rondo/meeting';
import type { Entry, Loaded } from './ports.ts';

/** A snapshot with the entries behind it applied, in place. Throws when they don't follow one another. */
export function applyEntries(snapshot: Loaded, entries: readonly Entry[]): Loaded {
  const doc: Doc = snapshot.doc;
  let { seq } = snapshot;
  for (const entry of entries) {
    if (entry.seq !== seq + 1) throw new Error(`entry ${entry.seq} does not follow ${seq}`);
    // The log gives back what a node has written.
    applyPatch(doc, JSON.parse(entry.body) as Patch);
    seq = entry.seq;
  }
  return { seq, doc };
}
