import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process of this machine, as far as we may see it. */
export interface SystemProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: readonly string[];
  /** Files it may open; Infinity: no limit. Undefined: we may not know. */
  readonly files: number | undefined;
  /** How many it has open just now. Undefined: we may not know. */
  readonly openFiles: number | undefined;
  /** How far it may raise its limit by itself. */
  readonly mostFiles: number | undefined;
  readonly threads: number;
  /** When it began, in ticks since the machine did. */
  readonly began: number;
  /** What lies before paths that it names: it may live in a container. */
  readonly root: string;
  /** Its folder, as it names it. */
  readonly folder: string;
}

/** Those whose program has this name; none where the system has no `/proc`. */
export function processesNamed(name: string): SystemProcess[] {
  return pids().flatMap((pid) => {
    const status = read(pid, 'status');
    if (!status || /^Name:\s+(.*)$/m.exec(status)?.[1] !== name) return [];
    if (/^State:\s+[ZX]/m.test(status)) return [];
    const [, soft, hard] = /^Max open files +(\S+) +(\S+)/m.exec(read(pid, 'limits') ?? '') ?? [];
    return [
      {
        pid,
        parent: figure(status, 'PPid'),
        threads: figure(status, 'Threads'),
        began: beginningOf(pid),
        command: (read(pid, 'cmdline') ?? '').split('\0').filter((word) => word !== ''),
        files: limitOf(soft),
        openFiles: entriesOf(pid, 'fd'),
        mostFiles: limitOf(hard),
        root: link(pid, 'root') === '/' ? '' : `/proc/${pid}/root`,
        folder: link(pid, 'cwd') ?? '/',
      },
    ];
  });
}

/** What this process was given to begin with. */
export function environmentOf({ pid }: SystemProcess): Record<string, string> {
  const entries = (read(pid, 'environ') ?? '').split('\0').flatMap((line): [string, string][] => {
    const at = line.indexOf('=');
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : [];
  });
  return Object.fromEntries(entries);
}

/** The file of systemd's unit that it runs in, such as `caddy.service`. */
export function unitOf({ pid }: SystemProcess): string | undefined {
  return /\/([^/\n]+\.service)$/m.exec(read(pid, 'cgroup') ?? '')?.[1];
}

function pids(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

const limitOf = (text: string | undefined): number | undefined =>
  text === 'unlimited' ? Infinity : Number(text) || undefined;

const figure = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);

/** Undefined: it has ended meanwhile, or belongs to somebody else. */
function read(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** The 22nd field of `stat`; its second is a name in parentheses, with whatever in it. */
function beginningOf(pid: number): number {
  const [, afterName = ''] = /^.*\) (.*)$/s.exec(read(pid, 'stat') ?? '') ?? [];
  return Number(afterName.split(' ')[19] ?? 0);
}

function entriesOf(pid: number, folder: string): number | undefined {
  try {
    return readdirSync(`/proc/${pid}/${folder}`).length;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function link(pid: number, file: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/${file}`);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
