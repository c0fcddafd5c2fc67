import type { Failure } from './failure.ts';
import { openProbe, type Probe, type ProbeOptions } from './probe.ts';

export interface RampOptions extends Omit<ProbeOptions, 'openNow'> {
  readonly people: number;
  /** How many handshakes run side by side: one after the other, a full proxy still looks well. */
  readonly atATime: number;
  /** No new handshake after so long, ms. */
  readonly longestMs: number;
  /** Sockets that are open beside these ones; counted in what is written of failures. */
  readonly beside?: number;
}

export interface Ramp {
  readonly probes: readonly Probe[];
  readonly failures: readonly Failure[];
  /** The most that were open at the same moment, with those beside. */
  readonly mostOpen: number;
  /** Handshakes that went well, in the best second. */
  readonly handshakesPerSecond: number;
  /** It took too long, and the rest was not tried. */
  readonly isCutShort: boolean;
  readonly close: () => void;
}

/** One that is cut after so much silence was cut for its silence, ms. */
const SILENCE_MS = 15_000;
/** After so many failures it is clear that there is a limit. */
const ENOUGH_FAILURES = 60;

/** Opens many sockets, so many side by side, and keeps them open. */
export async function openMany(options: RampOptions): Promise<Ramp> {
  const { people, atATime, longestMs, beside = 0 } = options;
  const probes = new Set<Probe>();
  const failures: Failure[] = [];
  const doneAt: number[] = [];
  const end = performance.now() + longestMs;
  let started = 0;
  let mostOpen = beside;
  let inARow = 0;
  const openNow = (): number => probes.size + beside;
  const isEnough = (): boolean => inARow >= atATime || failures.length >= ENOUGH_FAILURES;

  const began = performance.now();
  const worker = async (): Promise<void> => {
    while (started < people && !isEnough() && performance.now() < end) {
      started++;
      const probe = await openProbe({ ...options, openNow });
      if ('kind' in probe) {
        failures.push(probe);
        inARow++;
        continue;
      }
      inARow = 0;
      probes.add(probe);
      doneAt.push(performance.now() - began);
      mostOpen = Math.max(mostOpen, openNow());
      probe.onCut((silentMs, code) => {
        probes.delete(probe);
        const phase = silentMs > SILENCE_MS ? 'hold' : 'echo';
        failures.push({ phase, kind: 'cut', code, at: openNow() });
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, people) }, worker));
  return {
    get probes() {
      return [...probes];
    },
    failures,
    mostOpen,
    handshakesPerSecond: bestSecond(doneAt),
    isCutShort: started < people && !isEnough(),
    close: () => probes.forEach((probe) => probe.close()),
  };
}

/** @param times when each was done, ms, in order */
export function bestSecond(times: readonly number[]): number {
  const last = times.at(-1);
  if (last === undefined) return 0;
  // All were done within a second: what they would have made of a whole one.
  if (last < 1_000) return Math.round((times.length / Math.max(last, 1)) * 1_000);
  let best = 0;
  let from = 0;
  times.forEach((time, index) => {
    while ((times[from] ?? time) <= time - 1_000) from++;
    best = Math.max(best, index - from + 1);
  });
  return best;
}
