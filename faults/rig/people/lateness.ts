import type { Person } from './person.ts';

/** How much later than the first of them each heard of an entry, at worst; and who never did. */
export function lateness(people: readonly Pick<Person, 'name' | 'cameAt'>[]): {
  worstMs: number;
  missed: string[];
} {
  const first = new Map<number, number>();
  for (const { cameAt } of people)
    for (const [seq, at] of cameAt) first.set(seq, Math.min(at, first.get(seq) ?? Infinity));
  let worstMs = 0;
  const missed: string[] = [];
  for (const { name, cameAt } of people) {
    // What was before them, they got with their view.
    const from = Math.min(...cameAt.keys());
    for (const [seq, at] of first) {
      if (seq < from) continue;
      const mine = cameAt.get(seq);
      if (mine === undefined) missed.push(`${name} never heard of ${seq}`);
      else worstMs = Math.max(worstMs, mine - at);
    }
  }
  return { worstMs, missed };
}
