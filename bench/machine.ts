// What the bench needs to know of the machine: which core is whose, and who used how much CPU and memory.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

export const availableCores = availableParallelism();
/** The server has the first core for itself; generator and database share the second, or have cores of their own. */
const cores = {
  server: '0',
  second: '1',
  load: availableParallelism() >= 4 ? '2-3' : '1',
} as const;
const canPin =
  process.platform === 'linux' &&
  availableParallelism() >= 2 &&
  spawnSync('taskset', ['--version']).status === 0;
const TICKS_PER_SECOND = 100;

export function pinned(to: keyof typeof cores, command: readonly string[]): string[] {
  return canPin ? ['taskset', '-c', cores[to], ...command] : [...command];
}

/** The same for a process that runs already. */
export function pinRunning(to: keyof typeof cores, pid: number): void {
  if (!canPin) return;
  const done = spawnSync('taskset', ['-a', '-p', '-c', cores[to], String(pid)]);
  if (done.status !== 0) throw new Error(`taskset: ${done.stderr.toString()}`);
}

/** CPU seconds a process has used so far, with all its threads; undefined when it is gone. */
function cpuSeconds(pid: number): number | undefined {
  const stat = procFile(pid, 'stat');
  // The name in brackets may contain blanks; the numbers begin behind it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Starts counting; the answer tells CPU seconds since, of those processes that still run. */
export function cpuMeter(pids: readonly number[]): () => number {
  const before = pids.map((pid) => [pid, cpuSeconds(pid)] as const);
  return () =>
    before.reduce((sum, [pid, then]) => {
      const now = cpuSeconds(pid);
      return now === undefined || then === undefined ? sum : sum + now - then;
    }, 0);
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch (error) {
    // Ended while we looked: ENOENT for its folder, ESRCH for a file already open.
    if (
      error instanceof Error &&
      'code' in error &&
      (error.code === 'ENOENT' || error.code === 'ESRCH')
    )
      return undefined;
    throw error;
  }
}

/** Resident memory in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(procFile(pid, 'status') ?? '')?.[1];
  return Number(kilobytes) * 1024;
}

/** A process and all that came from it. */
export function family(pid: number): number[] {
  const children = (procFile(pid, `task/${pid}/children`) ?? '').split(' ').filter(Boolean);
  return [pid, ...children.map(Number).flatMap(family)];
}

/**
 * Busy CPU seconds of the whole machine so far: what the bench did not use of it, others did, be it
 * here or on the host that lends us the machine.
 */
export function machineBusySeconds(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line
    .split(/\s+/)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND;
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly pinned: boolean;
}

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    pinned: canPin,
  };
}
