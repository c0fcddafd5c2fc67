import type { Round } from './state.ts';

interface Runoff {
  rounds: Round[];
  /** Several: a tie that nothing could break. */
  winners: string[];
}

/**
 * Instant runoff. Each answer counts for its highest option that is still in. Whoever has more than
 * half of these wins; otherwise whoever has the fewest goes, and those answers count for their next
 * option. Options without any go together: none of them could win.
 *
 * Several with the fewest: whoever had fewer in the latest round in which they differed goes. Never
 * differed: whoever is named on fewer answers, at whatever place. Still the same: they go together,
 * unless nobody would be left; then it is a tie, and people decide.
 */
export function runoff(
  options: readonly string[],
  ballots: readonly (readonly string[])[],
): Runoff {
  const rounds: Round[] = [];
  let left = [...options];
  for (;;) {
    const counts = firstChoices(left, ballots);
    const active = sum(counts);
    const close = (winners: string[]): Runoff => {
      rounds.push({ counts, out: [], tie: null, exhausted: ballots.length - active });
      return { rounds, winners };
    };
    if (active === 0) return close([]);
    const most = left.filter((id) => (counts[id] ?? 0) * 2 > active);
    if (most.length > 0 || left.length === 1) return close(most.length > 0 ? most : left);
    const fewest = Math.min(...left.map((id) => counts[id] ?? 0));
    const last = left.filter((id) => (counts[id] ?? 0) === fewest);
    const { out, tie } = fewest === 0 ? { out: last, tie: null } : whoGoes(last, rounds, ballots);
    if (out.length === left.length) return close(left);
    rounds.push({ counts, out, tie, exhausted: ballots.length - active });
    left = left.filter((id) => !out.includes(id));
  }
}

function firstChoices(
  left: readonly string[],
  ballots: readonly (readonly string[])[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of left) counts[id] = 0;
  for (const ballot of ballots) {
    const first = ballot.find((id) => counts[id] !== undefined);
    if (first !== undefined) counts[first] = (counts[first] ?? 0) + 1;
  }
  return counts;
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

function whoGoes(
  last: readonly string[],
  rounds: readonly Round[],
  ballots: readonly (readonly string[])[],
): { out: string[]; tie: Round['tie'] } {
  let tied = [...last];
  if (tied.length === 1) return { out: tied, tie: null };
  for (const { counts } of rounds.toReversed()) {
    tied = fewestOf(tied, (id) => counts[id] ?? 0);
    if (tied.length === 1) return { out: tied, tie: 'earlier' };
  }
  tied = fewestOf(tied, (id) => ballots.filter((ballot) => ballot.includes(id)).length);
  return { out: tied, tie: tied.length === 1 ? 'mentions' : 'together' };
}

function fewestOf(ids: readonly string[], count: (id: string) => number): string[] {
  const fewest = Math.min(...ids.map(count));
  return ids.filter((id) => count(id) === fewest);
}
