import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Folders } from './folders.ts';

const Plan = z.object({ next: z.string(), aside: z.string() });

/**
 * Puts a cluster that is ready in the place of the present one, which is kept beside it. Cut short at any
 * point, `finishSwitch` does the rest. Neither of them may run.
 * @param next the name of the folder that is ready
 * @param aside how the present one is to be called, if there is one
 * @returns where the present one is now
 */
export function switchTo(folders: Folders, next: string, aside: string): string {
  const free = freeName(folders.home, aside);
  const plan = planFile(folders);
  writeFileSync(`${plan}.new`, JSON.stringify({ next, aside: free }), { flush: true });
  renameSync(`${plan}.new`, plan);
  flushFolder(folders.home);
  finishSwitch(folders);
  return join(folders.home, free);
}

/** Goes on with a switch that was cut short; does nothing where none was. */
export function finishSwitch(folders: Folders): void {
  const plan = planFile(folders);
  if (!existsSync(plan)) return;
  const { next, aside } = Plan.parse(JSON.parse(readFileSync(plan, 'utf8')));
  const made = join(folders.home, next);
  if (existsSync(made)) {
    if (existsSync(folders.data)) renameSync(folders.data, join(folders.home, aside));
    renameSync(made, folders.data);
    flushFolder(folders.home);
  }
  rmSync(plan);
}

function planFile({ home }: Folders): string {
  return join(home, 'switch.json');
}

function freeName(home: string, wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(join(home, name))) return name;
  }
}

function flushFolder(folder: string): void {
  // Windows has no way to do it.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
