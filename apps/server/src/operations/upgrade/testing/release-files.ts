import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../../../..');

export interface WantedRelease {
  readonly version: string;
  /** Files of its server beside ours or instead, such as `src/database/migrations/expand/9000_more.sql`. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * Writes another release of Rondo into a folder: our server with another number, and what else is
 * different about it. What surrounds the server is ours.
 */
export function writeRelease(folder: string, { version, files = {} }: WantedRelease): void {
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
}
