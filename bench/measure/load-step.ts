import type { Generator, Ran } from '../generator/generator.ts';
// One step of load at a fixed rate, with the CPU of everyone involved beside it.
import { cpuSeconds, family, machineBusySeconds } from '../machine.ts';
import { plan, type Running } from '../system.ts';

export interface Step extends Ran {
  readonly perSecond: number;
  /** Cores used, 1 = one whole core. */
  readonly serverCpu: number;
  readonly databaseCpu: number;
  /** By anybody else on this machine: the step is worth less the higher it is. */
  readonly foreignCpu: number;
}

/** A plain count over all runs of this process, so that a late receipt is never taken for a new one. */
let nextNumber = 1;

function total(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
}

export async function loadStep(
  running: Running,
  generator: Generator,
  databasePid: number | undefined,
  work: { perSecond: number; seconds: number; graceMs?: number },
): Promise<Step> {
  const actions = plan(running, nextNumber, work.perSecond, work.seconds);
  const first = nextNumber;
  nextNumber += actions.length;
  const server = family(running.pid);
  const database = databasePid === undefined ? [] : family(databasePid);
  const ours = [...server, ...database, generator.pid, process.pid];

  const before = {
    server: total(server),
    database: total(database),
    ours: total(ours),
    machine: machineBusySeconds(),
  };
  const started = performance.now();
  const ran = await generator.run(first, actions, work.graceMs ?? 1_500);
  const seconds = (performance.now() - started) / 1_000;
  return {
    ...ran,
    perSecond: work.perSecond,
    serverCpu: (total(server) - before.server) / seconds,
    databaseCpu: (total(database) - before.database) / seconds,
    foreignCpu:
      Math.max(0, machineBusySeconds() - before.machine - (total(ours) - before.ours)) / seconds,
  };
}

/** Waits until a system that was overrun has worked off its queue: a single action gets through quickly again. */
export async function calmDown(running: Running, generator: Generator): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const probe = await loadStep(running, generator, undefined, {
      perSecond: 10,
      seconds: 0.1,
      graceMs: 1_000,
    });
    if (probe.complete === probe.planned && probe.lastP99Us < 50_000) return;
  }
  throw new Error('the server did not recover from overload');
}
