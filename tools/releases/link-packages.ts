import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../repository/paths.ts';

interface PackageFile {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const STORE = join(root, 'node_modules/.pnpm');

/**
 * Gives the packages of an unpacked release what they depend on: each other, and from the registry
 * what is installed here in the very version that they ask for. Nothing is copied or downloaded.
 * @returns what a server could not run without and is not installed, such as `pg 8.23.1`
 */
export function linkPackages(folder: string): string[] {
  // Somebody has installed it the ordinary way.
  if (existsSync(join(folder, 'node_modules/.modules.yaml'))) return [];
  const places = ['.', ...childrenOf(folder, 'packages'), ...childrenOf(folder, 'apps')];
  const own = new Map(places.map((place) => [read(join(folder, place)).name, join(folder, place)]));
  const stored = readdirSync(STORE);
  return places.flatMap((place) => {
    const { dependencies = {}, devDependencies, optionalDependencies } = read(join(folder, place));
    const wanted = { ...devDependencies, ...optionalDependencies, ...dependencies };
    return Object.entries(wanted).flatMap(([name, version]) => {
      const target = own.get(name) ?? installed(name, version, place, stored);
      if (target !== undefined) link(target, join(folder, place, 'node_modules', name));
      // The root's are for tools.
      return target === undefined && name in dependencies && place !== '.'
        ? [`${name} ${version}`]
        : [];
    });
  });
}

function childrenOf(folder: string, name: string): string[] {
  return readdirSync(join(folder, name))
    .map((child) => join(name, child))
    .filter((child) => existsSync(join(folder, child, 'package.json')));
}

const read = (folder: string): PackageFile =>
  // A package.json that was installed, or will be.
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;

/** Where this version lies: as the same package has it today, or wherever else it is installed. */
function installed(
  name: string,
  version: string,
  place: string,
  stored: readonly string[],
): string | undefined {
  const key = `${name.replace('/', '+')}@${version}`;
  const inStore = stored.filter((entry) => entry === key || entry.startsWith(`${key}_`));
  return [
    join(root, place, 'node_modules', name),
    ...inStore.map((entry) => join(STORE, entry, 'node_modules', name)),
  ].find((path) => existsSync(path) && hasVersion(path, version));
}

const hasVersion = (path: string, version: string): boolean =>
  (read(path) as PackageFile & { version?: string }).version === version;

function link(target: string, path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  try {
    symlinkSync(realpathSync(target), path);
  } catch (error) {
    // Another test was first.
    if (!existsSync(path)) throw error;
  }
}
