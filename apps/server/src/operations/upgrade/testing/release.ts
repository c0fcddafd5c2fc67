import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { writeRelease, type WantedRelease } from './release-files.ts';

/** Another release of Rondo in a folder of its own, gone when the test is. */
export function releaseFolder(wanted: WantedRelease): string {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-release-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeRelease(folder, wanted);
  return folder;
}
