import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that goes with the test. */
export function temporary(): string {
  const made = mkdtempSync(join(tmpdir(), 'rondo-backup-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}
