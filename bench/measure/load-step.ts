// One step of load at a fixed rate, with the CPU of everyone involved beside it.
import type { Bench } from '../bench.ts';
import type { Ran } from '../generator/generator.ts';
import { cpuMeter, family, machineBusySeconds } from '../machine.ts';
import { plan } from '../system.ts';
import { quietMoment } from './quiet.ts';
import type { Session } from './session.ts';

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

export async function loadStep(
  { running, generator }: Pick<Session, 'running' | 'generator'>,
  bench: Pick<Bench, 'database' | 'patience'>,
  work: { perSecond: number; seconds: number; graceMs?: number },
): Promise<Step> {
  await quietMoment(bench.patience);
  const actions = plan(running, nextNumber, work.perSecond, work.seconds);
  const first = nextNumber;
  nextNumber += actions.length;
  const server = family(running.pid);
  const database = family(bench.database.pid);
  const [serverUse, databaseUse, ownUse] = [
    cpuMeter(server),
    cpuMeter(database),
    cpuMeter([...server, ...database, generator.pid, process.pid]),
  ];
  const busyBefore = machineBusySeconds();
  const started = performance.now();
  const ran = await generator.run(first, actions, work.graceMs ?? 1_500);
  const seconds = (performance.now() - started) / 1_000;
  return {
    ...ran,
    perSecond: work.perSecond,
    serverCpu: serverUse() / seconds,
    databaseCpu: databaseUse() / seconds,
    foreignCpu: Math.max(0, machineBusySeconds() - busyBefore - ownUse()) / seconds,
  };
}

/** Waits until a system that was overrun has worked off its queue: a single action gets through quickly again. */
export async function calmDown(session: Session, bench: Pick<Bench, 'database'>): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const probe = await loadStep(
      session,
      { ...bench, patience: { leftMs: 0 } },
      {
        perSecond: 10,
        seconds: 0.1,
        graceMs: 1_000,
      },
    );
    if (probe.complete === probe.planned && probe.lastP99Us < 50_000) return;
  }
  throw new Error('the server did not recover from overload');
}
