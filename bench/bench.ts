// What every measurement gets: the database they share, how thorough to be, and where results go.
import type { Database } from './database.ts';
import type { Step } from './measure/load-step.ts';
import type { Patience } from './measure/quiet.ts';
import { collectResults, type Results } from './results.ts';

export interface Bench {
  readonly database: Database;
  readonly results: Results;
  /** One round after the other, as many as asked for, while there is time. */
  repeat(work: (round: number) => Promise<void>): Promise<void>;
  readonly stepSeconds: number;
  readonly isQuick: boolean;
  /** How long all measurements together may wait for others to leave the machine alone. */
  readonly patience: Patience;
  /** No further repetition is begun then; what was not begun at all is left out, and the report says so. */
  isOutOfTime(): boolean;
  /** A line for whoever watches; goes to stderr, so that stdout is the table or the JSON alone. */
  progress(line: string): void;
  /** A line only with --verbose. */
  detail(line: string): void;
  /** Remembers who used which CPU, for the machine's part of the report. */
  seen(step: Step): void;
}

/** Cores used by others, above which a step counts as disturbed. */
const DISTURBED = 0.2;

export function createBench(
  database: Database,
  options: { isQuick: boolean; isVerbose: boolean; repetitions?: number; patienceMs?: number },
): Bench {
  const results = collectResults();
  const started = performance.now();
  const progress = (line: string) =>
    console.error(`${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${line}`);
  const longestMs = (options.isQuick ? 3.5 : 23) * 60_000;
  const isOutOfTime = () => performance.now() - started > longestMs;
  const seen = { steps: 0, disturbed: 0, generatorMost: 0 };
  return {
    database,
    results,
    async repeat(work) {
      const rounds = options.repetitions ?? (options.isQuick ? 1 : 3);
      for (let round = 0; round < rounds && (round === 0 || !isOutOfTime()); round++) {
        await work(round);
      }
    },
    stepSeconds: options.isQuick ? 0.8 : 1.2,
    isQuick: options.isQuick,
    patience: { leftMs: options.patienceMs ?? (options.isQuick ? 20_000 : 240_000) },
    isOutOfTime,
    progress,
    detail: (line) => {
      if (options.isVerbose) progress(line);
    },
    seen(step) {
      seen.steps++;
      if (step.foreignCpu > DISTURBED) seen.disturbed++;
      seen.generatorMost = Math.max(seen.generatorMost, step.sendingCpuShare);
      results.machine('generator_cores_most', Number(seen.generatorMost.toFixed(2)));
      results.machine('steps_of_searches', seen.steps);
      results.machine('steps_disturbed_by_others', seen.disturbed);
    },
  };
}
