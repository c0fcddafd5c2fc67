/**
 * Joins the two most similar groups, again and again, as long as the average similarity between their members
 * is at least `threshold`. Follows chains of nearest neighbours, which gives the same groups as looking for the
 * best pair each time, in n² instead of n³ steps.
 *
 * @param matrix n × n similarities; it is used up as working memory
 * @returns the members of each group, ascending, also of those with one member
 */
export function averageLink(matrix: Float32Array, n: number, threshold: number): number[][] {
  const groups = new Map(Array.from({ length: n }, (_, index) => [index, [index]]));
  const waiting = new Set(groups.keys());
  const chain: number[] = [];
  while (waiting.size > 0) {
    if (chain.length === 0) chain.push(first(waiting));
    const tip = chain.at(-1) ?? 0;
    const before = chain.at(-2);
    const nearest = nearestTo(tip, before, waiting, matrix, n);
    if (nearest === undefined || similarity(matrix, n, tip, nearest) < threshold) {
      // Averages never rise above the best pair, so this group stays as it is for good.
      waiting.delete(tip);
      chain.pop();
    } else if (nearest === before) {
      chain.length -= 2;
      join(before, tip, groups, waiting, matrix, n);
    } else {
      chain.push(nearest);
    }
  }
  return [...groups.values()].map((members) => members.sort((a, b) => a - b));
}

function join(
  kept: number,
  gone: number,
  groups: Map<number, number[]>,
  waiting: Set<number>,
  matrix: Float32Array,
  n: number,
): void {
  const keptMembers = groups.get(kept) ?? [];
  const goneMembers = groups.get(gone) ?? [];
  const total = keptMembers.length + goneMembers.length;
  for (const other of waiting) {
    const sum =
      similarity(matrix, n, kept, other) * keptMembers.length +
      similarity(matrix, n, gone, other) * goneMembers.length;
    matrix[kept * n + other] = sum / total;
    matrix[other * n + kept] = sum / total;
  }
  groups.set(kept, [...keptMembers, ...goneMembers]);
  groups.delete(gone);
  waiting.delete(gone);
}

/** Of several equally near, the one before in the chain (so that chains end), else the first. */
function nearestTo(
  group: number,
  before: number | undefined,
  waiting: ReadonlySet<number>,
  matrix: Float32Array,
  n: number,
): number | undefined {
  let nearest = before;
  let best = before === undefined ? -1 : similarity(matrix, n, group, before);
  for (const other of waiting) {
    const alike = similarity(matrix, n, group, other);
    if (other !== group && alike > best) [nearest, best] = [other, alike];
  }
  return nearest;
}

function similarity(matrix: Float32Array, n: number, a: number, b: number): number {
  return matrix[a * n + b] ?? 0;
}

function first(set: ReadonlySet<number>): number {
  for (const value of set) return value;
  return 0;
}
