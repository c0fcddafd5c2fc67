// Programs that only tests use, from Debian's packages.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program lies; undefined where it is not. */
export function programPath(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/bin'];
  return folders.map((folder) => join(folder, name)).find(canRun);
}

export type Program = { readonly path: string } | { readonly missing: string };

/** Finds a program, or installs its package where we are root on a Debian; else says why it is missing. */
export function program(name: string, packageName: string): Program {
  const found = programPath(name);
  if (found !== undefined) return { path: found };
  if (programPath('apt-get') === undefined || process.getuid?.() !== 0)
    return { missing: `${name} is not here, and only root on Debian can install it` };
  console.error(`Installing ${packageName} for tests… (first time only)`);
  const failure = installByApt(packageName);
  const path = programPath(name);
  return path === undefined
    ? { missing: `${name} could not be installed: ${failure ?? `not in ${packageName}`}` }
    : { path };
}

/** @returns what went wrong */
export function installByApt(...packages: string[]): string | undefined {
  return withoutServices(
    () =>
      quietly('apt-get', ['update']) ??
      quietly('apt-get', [
        'install',
        '-y',
        '--no-install-recommends',
        '-o',
        'DPkg::Lock::Timeout=300',
        ...packages,
      ]),
  );
}

/** @returns what went wrong */
export function quietly(command: string, args: string[]): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8' });
  if (status === 0) return undefined;
  const said = error?.message ?? `${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n');
  return `${command} ${args.join(' ')}:\n${said}`;
}

export function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not to be run: the next candidate may be.
    return false;
  }
}

const POLICY = '/usr/sbin/policy-rc.d';

/** Debian starts what it installs; tests start their own on ports of their own. */
function withoutServices<T>(install: () => T): T {
  if (existsSync(POLICY)) return install();
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return install();
  } finally {
    rmSync(POLICY);
  }
}
