// What one run of the bench found. A ratio is taken within one repetition, system beside system, so
// that a slow minute of the machine slows both; shown are the median of all repetitions, min and max.
import { describeMachine, type Machine } from './machine.ts';

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly samples: number;
}

export interface Report {
  readonly ratios: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number | string>>;
  readonly machine: Machine & Readonly<Record<string, number | string | boolean>>;
  /** Min and max of whatever was measured more than once. */
  readonly spread: Readonly<Record<string, Spread>>;
}

/** Of at least one value; of an even number the median is the mean of the middle two. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (i: number) => sorted[i] ?? Number.NaN;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
    samples: sorted.length,
  };
}

export interface Results {
  ratio(key: string, value: number): void;
  figure(key: string, value: number): void;
  note(key: string, text: string): void;
  machine(key: string, value: number | string): void;
  report(): Report;
}

const short = (value: number) => Number(value.toPrecision(4));

export function collectResults(): Results {
  const ratios = new Map<string, number[]>();
  const figures = new Map<string, number[]>();
  const notes: Record<string, string> = {};
  const machine: Record<string, number | string> = {};
  const add = (to: Map<string, number[]>) => (key: string, value: number) => {
    to.set(key, [...(to.get(key) ?? []), value]);
  };
  const medians = (of: Map<string, number[]>) =>
    Object.fromEntries([...of].map(([key, values]) => [key, short(spreadOf(values).median)]));
  return {
    ratio: add(ratios),
    figure: add(figures),
    note: (key, text) => {
      notes[key] = text;
    },
    machine: (key, value) => {
      machine[key] = value;
    },
    report: () => ({
      ratios: medians(ratios),
      figures: { ...medians(figures), ...notes },
      machine: { ...describeMachine(), ...machine },
      spread: Object.fromEntries(
        [...ratios, ...figures]
          .filter(([, values]) => values.length > 1)
          .map(([key, values]) => {
            const spread = spreadOf(values);
            return [
              key,
              {
                median: short(spread.median),
                min: short(spread.min),
                max: short(spread.max),
                samples: spread.samples,
              },
            ];
          }),
      ),
    }),
  };
}
