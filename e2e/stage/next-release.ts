import { cp, mkdtemp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Release {
  /** What starts its server. */
  readonly main: string;
  /** What its page says of which build it is. */
  readonly build: string;
  readonly remove: () => Promise<void>;
}

/**
 * The release after this one, in a folder of its own: the same server with another build of the web
 * app. It is this build with other names, which takes no time and tells the two apart all the same.
 */
export async function makeNextRelease(): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-next-'));
  const server = join(folder, 'apps/server');
  const build = 'the-next-one';
  await cp(join(ROOT, 'apps/server/src'), join(server, 'src'), { recursive: true });
  await cp(join(ROOT, 'apps/server/package.json'), join(server, 'package.json'));
  await symlink(join(ROOT, 'apps/server/node_modules'), join(server, 'node_modules'));
  await symlink(join(ROOT, 'activities'), join(folder, 'activities'));
  await renamedBuild(join(ROOT, 'apps/web/dist'), join(folder, 'apps/web/dist'), build);
  return {
    main: join(server, 'src/main.ts'),
    build,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A copy in which no file of the original's is found under its old name. */
async function renamedBuild(from: string, to: string, build: string): Promise<void> {
  const files = (await readdir(from, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1));
  const assets = files.filter((file) => file.startsWith('assets/')).map((file) => file.slice(7));
  const names = new Map(assets.map((name) => [name, nextName(name)]));
  for (const file of files) {
    const name = names.get(file.slice(7));
    const target = join(to, name === undefined ? file : join('assets', name));
    await mkdir(dirname(target), { recursive: true });
    const content = await readFile(join(from, file));
    const isText = /\.(js|css|html|json)$/.test(file);
    await writeFile(target, isText ? renamedIn(content.toString(), names, build) : content);
  }
}

function renamedIn(text: string, names: ReadonlyMap<string, string>, build: string): string {
  return text
    .replaceAll(/[\w.-]+\.(js|css|woff2|svg|png|webp)\b/g, (name) => names.get(name) ?? name)
    .replace(/(<meta name="build" content=")[^"]+/, `$1${build}`);
}

const nextName = (name: string): string => {
  const ending = extname(name);
  return `${name.slice(0, -ending.length)}-next${ending}`;
};
