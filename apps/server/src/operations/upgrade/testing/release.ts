import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../../../..');

interface Wanted {
  readonly version: string;
  /** Files of its server beside ours or instead, such as `src/database/migrations/expand/9000_more.sql`. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * Another release of Rondo in a folder of its own: our server with another number, and what else is
 * different about it. What surrounds the server is ours. Gone when the test is.
 */
export function releaseFolder({ version, files = {} }: Wanted): string {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-release-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const server = join(folder, 'apps', 'server');
  cpSync(join(ROOT, 'apps/server/src'), join(server, 'src'), { recursive: true });
  writeFileSync(
    join(server, 'package.json'),
    JSON.stringify({ name: '@rondo/server', version, type: 'module' }),
  );
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(server, name)), { recursive: true });
    writeFileSync(join(server, name), content);
  }
  for (const shared of [
    'node_modules',
    'activities',
    'apps/server/node_modules',
    'apps/web/dist',
  ]) {
    const [from, to] = [join(ROOT, shared), join(folder, shared)];
    if (!existsSync(from)) continue;
    mkdirSync(dirname(to), { recursive: true });
    symlinkSync(from, to);
  }
  return folder;
}
