// Starts the load generator and speaks its line protocol. Written in C, because the thing measured
// must be the server: one core of it takes in several million deliveries a second.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pinned } from '../machine.ts';
import { workFolder } from '../work-folder.ts';
import { type Action, type Crowd, writeClients, writePlan } from './plan.ts';

interface Counters {
  readonly frames: number;
  readonly bytes: number;
  readonly viewBytes: number;
  readonly closed: number;
  readonly closeCode: number;
  readonly rejected: number;
  readonly failedUpgrades: number;
  readonly firstError: string;
  readonly firstRejection: string;
}

export interface Connected extends Counters {
  readonly ready: number;
  readonly clients: number;
  readonly ms: number;
}

export interface Ran extends Counters {
  readonly planned: number;
  readonly sent: number;
  readonly expected: number;
  readonly received: number;
  /** Receipts of what had been received before; entries of a log that a client never got. */
  readonly doubled: number;
  readonly missed: number;
  /** Actions that the server answered with a refusal. */
  readonly refused: number;
  /** Actions that reached everybody. */
  readonly complete: number;
  readonly seconds: number;
  /** The generator's own CPU, 1 = one core: the number to distrust a figure by. */
  readonly sendingCpuShare: number;
  readonly lateP99Us: number;
  readonly p50Us: number;
  readonly p95Us: number;
  readonly p99Us: number;
  readonly maxUs: number;
  /** Until the last participant has it. */
  readonly lastP50Us: number;
  readonly lastP99Us: number;
}

export interface Storm extends Counters {
  readonly back: number;
  readonly clients: number;
  /** From the first loss until everybody has a whole view; -1 when nobody came back. */
  readonly allMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** How a client comes back after a loss: every `base` ms, or full jitter doubling from base up to cap. */
export interface Retry {
  readonly baseMs: number;
  readonly capMs: number;
}

export interface Marks {
  /** How an action is recognised where it arrives: see load.h. */
  readonly by: 'marker' | 'sequence';
  /** Parts of a frame, without blanks, that tell a full view and an error from all others. */
  readonly ready: string;
  readonly refused: string;
}

export interface Generator {
  readonly pid: number;
  connect(crowd: Crowd): Promise<Connected>;
  run(firstNumber: number, actions: readonly Action[], graceMs: number): Promise<Ran>;
  /** Resolves `armed` before the server may be killed, `back` when everybody has a view again. */
  storm(retry: Retry, timeoutMs: number): { armed: Promise<void>; back: Promise<Storm> };
  stop(): Promise<void>;
}

/** Without it the generator is a slower one in Node, and high figures are lower bounds. */
export const hasCompiler = spawnSync('gcc', ['--version']).status === 0;

/** Compiles once per version of the sources. */
function program(): string[] {
  const folder = import.meta.dirname;
  if (!hasCompiler) return [process.execPath, join(folder, 'without-compiler', 'load.ts')];
  const sources = readdirSync(folder).filter((name) => name.endsWith('.c') || name.endsWith('.h'));
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(join(folder, source)));
  const binary = join(workFolder(), `load-${hash.digest('hex').slice(0, 12)}`);
  if (!existsSync(binary)) {
    const files = sources.filter((name) => name.endsWith('.c')).map((name) => join(folder, name));
    const compiled = spawnSync('gcc', ['-O2', '-o', binary, ...files], { encoding: 'utf8' });
    if (compiled.status !== 0)
      throw new Error(`gcc could not compile the load generator:\n${compiled.stderr}`);
  }
  return [binary];
}

export function startGenerator(port: number, marks: Marks): Generator {
  const [command = '', ...rest] = pinned('load', [...program(), String(port)]);
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  const folder = join(workFolder(), `run-${child.pid}`);
  mkdirSync(folder, { recursive: true });

  const waiting: ((line: string) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const answer of waiting.splice(0)) answer('{"error":"the load generator ended"}');
      resolve();
    });
  });

  // The shape of an answer is fixed by the program beside this file; it is not input from outside.
  function answer<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      waiting.push((line) => {
        const value = JSON.parse(line) as T & { error?: string };
        if (value.error === undefined) resolve(value);
        else reject(new Error(`load generator: ${value.error}`));
      });
    });
  }
  function ask<T>(line: string): Promise<T> {
    const answered = answer<T>();
    child.stdin.write(`${line}\n`);
    return answered;
  }

  return {
    pid: child.pid ?? 0,
    async connect(crowd) {
      const file = join(folder, 'clients');
      writeClients(file, crowd, port);
      const connected = await ask<Connected>(
        `clients ${file} ${marks.by} ${marks.ready} ${marks.refused}`,
      );
      if (connected.ready < connected.clients) {
        throw new Error(
          `only ${connected.ready} of ${connected.clients} clients got a view; ${JSON.stringify(connected)}`,
        );
      }
      return connected;
    },
    run(firstNumber, actions, graceMs) {
      const file = join(folder, 'plan');
      writePlan(file, firstNumber, actions);
      return ask<Ran>(`run ${file} ${graceMs}`);
    },
    storm(retry, timeoutMs) {
      const armed = ask<{ armed: boolean }>(`storm ${retry.baseMs} ${retry.capMs} ${timeoutMs}`);
      return { armed: armed.then(() => undefined), back: answer<Storm>() };
    },
    async stop() {
      child.stdin.end();
      const late = setTimeout(() => child.kill('SIGKILL'), 2_000);
      await exited;
      clearTimeout(late);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
