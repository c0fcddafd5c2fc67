import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { keysOf, peek } from './patch/record.ts';

interface Ordered {
  readonly order: string;
}

/** `n` orders that come one after another, from the beginning. */
export const orders = (n: number): string[] => generateNKeysBetween(null, null, n);

/** Compares by code unit: the same on every machine and in every language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The entries of a record in their order; equal orders are told apart by id. */
export function sorted<K extends string, T extends Ordered>(things: Record<K, T>): [K, T][] {
  // `Object.entries` types every key as string; the record's own keys are K.
  const entries = Object.entries(things) as [K, T][];
  return entries.sort((a, b) => compareText(a[1].order, b[1].order) || compareText(a[0], b[0]));
}

/** An order behind everything in `things`. */
export function orderAfterAll(things: Record<string, Ordered>): string {
  let last: string | null = null;
  for (const key of keysOf(things)) {
    const order = peek(things, key)?.order;
    if (order !== undefined && (last === null || order > last)) last = order;
  }
  return generateKeyBetween(last, null);
}

/** An order directly behind `after` (null: before everything), skipping the thing that moves. */
export function orderBehind<K extends string>(
  things: Record<K, Ordered>,
  after: K | null,
  moving: K | null,
): string {
  const rest = keysOf(things)
    .filter((key) => key !== moving)
    .map((key): [K, string] => [key, peek(things, key)?.order ?? ''])
    .sort((a, b) => compareText(a[1], b[1]) || compareText(a[0], b[0]));
  const index = after === null ? -1 : rest.findIndex(([key]) => key === after);
  const left = rest[index]?.[1] ?? null;
  let right = rest[index + 1]?.[1] ?? null;
  // Two things may share an order after concurrent moves; the first strictly greater one bounds.
  for (let i = index + 1; left !== null && right !== null && right <= left; i++)
    right = rest[i + 1]?.[1] ?? null;
  return generateKeyBetween(left, right);
}
