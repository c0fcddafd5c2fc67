import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * One hash over the names and contents of files, so that a stamp left behind by the last run tells
 * whether anything changed since. Modification times would lie after a `git checkout`.
 * @param {string} root the folder that names are relative to
 * @param {string[]} files absolute paths, in any order
 * @returns {string} hexadecimal SHA-256
 */
export function fingerprint(root, files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content.length}\0`);
    hash.update(content);
  }
  return hash.digest('hex');
}

/**
 * All files that decide what is installed.
 * @param {string} root the repository
 * @returns {string[]} absolute paths
 */
export function installInputs(root) {
  const manifests = ['packages', 'apps'].flatMap((folder) =>
    foldersIn(join(root, folder)).map((each) => join(each, 'package.json')),
  );
  const top = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) =>
    join(root, name),
  );
  return [...top, ...manifests].filter((file) => existsSync(file));
}

/**
 * All files that decide what the built web app contains.
 * @param {string} root the repository
 * @returns {string[]} absolute paths
 */
export function webInputs(root) {
  const folders = ['apps/web', 'packages', 'activities'].map((name) => join(root, name));
  return [join(root, 'pnpm-lock.yaml'), ...folders.flatMap(sourcesIn)].filter((file) =>
    existsSync(file),
  );
}

/** @param {string} folder @returns {string[]} */
function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}

/** @param {string} folder @returns {string[]} */
function sourcesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    // Hidden files and folders are stamps, locks and editors' leftovers.
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.'))
      return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
