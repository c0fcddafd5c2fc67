// What work costs, as measured on this machine: the input of the simulation of a large installation.

export interface Costs {
  /** CPU of a server, µs. */
  readonly server: {
    /** Each statement that commits what waits in all meetings. */
    readonly batch: number;
    /** Each command: read, checked, carried out, written down. */
    readonly command: number;
    /** Each frame that goes to one person. */
    readonly frame: number;
    /** Letting one person in, with the whole view. */
    readonly arrival: number;
    /** Reading what another server has committed to one meeting. */
    readonly tail: number;
  };
  /** CPU of PostgreSQL, µs. */
  readonly database: {
    readonly batch: number;
    readonly entry: number;
    readonly arrival: number;
    readonly tail: number;
  };
  /** From a commit until the disk has it, ms; takes no CPU. */
  readonly commitMs: number;
  /** Memory of a server per connection, bytes. */
  readonly memory: number;
}

/** One observation: how often each thing was done, and the CPU that all of it took, µs. */
export interface Observation {
  readonly counts: readonly number[];
  readonly us: number;
}

/**
 * What each thing costs, so that all observations are explained as well as can be: least squares of
 * relative errors, without costs below zero. Few kinds of things: every subset of them is tried.
 */
export function explain(observations: readonly Observation[]): number[] {
  const kinds = observations[0]?.counts.length ?? 0;
  let best: { costs: number[]; error: number } | undefined;
  for (let subset = 1; subset < 2 ** kinds; subset++) {
    const active = Array.from({ length: kinds }, (_, i) => i).filter((i) => subset & (1 << i));
    const solved = leastSquares(observations, active);
    if (!solved || solved.some((cost) => cost < 0)) continue;
    const costs = Array.from({ length: kinds }, (_, i) => solved[active.indexOf(i)] ?? 0);
    const error = errorOf(observations, costs);
    if (!best || error < best.error) best = { costs, error };
  }
  if (!best) throw new Error('no costs explain what was observed');
  return best.costs;
}

function errorOf(observations: readonly Observation[], costs: readonly number[]): number {
  return observations.reduce((sum, { counts, us }) => {
    const said = counts.reduce((all, count, i) => all + count * (costs[i] ?? 0), 0);
    return sum + ((said - us) / us) ** 2;
  }, 0);
}

/** The normal equations of the weighted problem, by elimination; undefined where they have no single answer. */
function leastSquares(
  observations: readonly Observation[],
  active: readonly number[],
): number[] | undefined {
  const rows = observations.map(({ counts, us }) => active.map((i) => (counts[i] ?? 0) / us));
  const matrix = active.map((_, i) => [
    ...active.map((__, j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
    rows.reduce((sum, row) => sum + (row[i] ?? 0), 0),
  ]);
  const size = active.length;
  for (let column = 0; column < size; column++) {
    const pivot = matrix.slice(column).reduce<number[] | undefined>((most, row) => {
      return !most || Math.abs(row[column] ?? 0) > Math.abs(most[column] ?? 0) ? row : most;
    }, undefined);
    const value = pivot?.[column] ?? 0;
    if (!pivot || Math.abs(value) < 1e-18) return undefined;
    matrix.splice(matrix.indexOf(pivot), 1);
    matrix.splice(column, 0, pivot);
    for (const row of matrix) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / value;
      pivot.forEach((each, i) => (row[i] = (row[i] ?? 0) - factor * each));
    }
  }
  return matrix.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
