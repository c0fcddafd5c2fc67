import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CannotStart } from '../../cannot-start.ts';

/** A release of Rondo in a folder of this machine. */
export interface Release {
  readonly folder: string;
  readonly version: string;
  /** The Node.js that it brings, or ours where it wants the same. */
  readonly node: string;
  /** What starts its server. */
  readonly main: string;
}

const Manifest = z.object({ version: z.string() });

/** Throws `CannotStart` when there is none that could take over from a running server. */
export function releaseIn(folder: string): Release {
  const main = join(folder, 'apps', 'server', 'src', 'main.ts');
  const manifest = join(folder, 'apps', 'server', 'package.json');
  if (!existsSync(main) || !existsSync(manifest)) {
    throw new CannotStart(`There is no release of Rondo in ${folder}.`);
  }
  // A release before 0.2.0 would start beside us and find the port taken.
  if (!existsSync(join(folder, 'apps', 'server', 'src', 'operations', 'upgrade'))) {
    throw new CannotStart(
      `The release in ${folder} cannot take over from a running server. Stop this one, and start that one.`,
    );
  }
  const { version } = Manifest.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return { folder, version, node: nodeOf(folder), main };
}

function nodeOf(folder: string): string {
  const own = join(folder, 'node_modules', 'node', 'bin', 'node');
  if (existsSync(own)) return own;
  const file = join(folder, '.node-version');
  const wanted = existsSync(file) ? readFileSync(file, 'utf8').trim() : process.versions.node;
  if (wanted === process.versions.node) return process.execPath;
  throw new CannotStart(
    `The release in ${folder} needs Node.js ${wanted}, which is not installed there. Run \`node tools/run.mjs build\` in that folder.`,
  );
}
