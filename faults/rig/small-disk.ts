import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, with little room. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room there is. */
  readonly fill: () => void;
  /** Gives it back. */
  readonly free: () => void;
  readonly freeBytes: () => number;
  readonly remove: () => void;
}

/** Why there is none; or one with so many MB, which only root can mount. */
export function smallDisk(megabytes: number): SmallDisk | { readonly missing: string } {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    const why = mounted.error?.message ?? mounted.stderr.trim();
    return { missing: `no file system of our own can be mounted: ${why}` };
  }
  chmodSync(folder, 0o755);
  const ballast = join(folder, 'ballast');
  const freeBytes = (): number => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    freeBytes,
    fill: () => {
      const room = freeBytes();
      try {
        writeFileSync(ballast, Buffer.alloc(room), { flag: 'a' });
      } catch (error) {
        // Somebody else took some meanwhile: then it is full all the same.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      }
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
