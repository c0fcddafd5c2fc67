/**
 * The keys of large records, kept while they are counted or walked through again and again: V8 sorts
 * them anew for every `Object.keys` of a record that things have been deleted from (10 µs for 300).
 */
const kept = new WeakMap<object, string[]>();

/** Smaller ones are quicker to ask than to look up. */
const LARGE = 24;

/** The keys of a record that changes through `applyInPlace` alone. */
export function keysWithin(target: object): readonly string[] {
  const known = kept.get(target);
  if (known) return known;
  const keys = Object.keys(target);
  if (keys.length >= LARGE) kept.set(target, keys);
  return keys;
}

/** A key was added to a record or (`false`) taken away. */
export function noteKey(target: object, key: string, isThere: boolean): void {
  const keys = kept.get(target);
  if (!keys) return;
  if (isThere) keys.push(key);
  else {
    // The last one takes its place: no code depends on the order of keys.
    const last = keys.pop();
    const at = keys.indexOf(key);
    if (last !== undefined && last !== key) keys[at] = last;
  }
}
