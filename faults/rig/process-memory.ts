import { readdirSync, readFileSync } from 'node:fs';

/** What a process has in memory, MB. */
export function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error(`${pid} has ended`);
  return Number(kilobytes) / 1_024;
}

/** Files and connections that a process has open. */
export const filesOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;
