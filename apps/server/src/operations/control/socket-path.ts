import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '../../cannot-start.ts';

/** The most bytes that a Unix socket's path may have; macOS allows fewer than Linux. */
const LONGEST_PATH = process.platform === 'linux' ? 107 : 103;
/** The longest name in the folder: `server-` and a process id. */
const LONGEST_NAME = 'server-4194304.sock';

/**
 * The folder of the control socket: in the data folder where its path is short enough for a socket,
 * else one in the system's, with a name that follows from the data folder's. Made when missing, and
 * closed to everybody but us.
 */
export function controlFolder(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true });
  const real = realpathSync(dataFolder);
  const near = join(real, 'control');
  const isShort = Buffer.byteLength(join(near, LONGEST_NAME)) <= LONGEST_PATH;
  const folder = isShort
    ? near
    : join(tmpdir(), `rondo-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  needOwn(folder);
  chmodSync(folder, 0o700);
  return folder;
}

/** In a folder for all, somebody else could have made one with this name. */
function needOwn(folder: string): void {
  const { uid } = lstatSync(folder);
  const me = process.getuid?.();
  // Root may talk to the server of any user.
  if (me === undefined || me === 0 || uid === me) return;
  throw new CannotStart(
    `${folder} belongs to another user, and has to belong to the one who runs Rondo. Run this as that user, or remove the folder.`,
  );
}

export const controlSocket = (folder: string): string => join(folder, 'server.sock');
