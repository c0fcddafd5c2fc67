import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotStart } from '../../cannot-start.ts';
import { envLine } from '../../settings/env-file.ts';
import { settingsList, type Settings } from '../../settings/list.ts';
import { readSettings, type Environment } from '../../settings/read.ts';
import { forgetSecret, generatedSecret, keepSecret } from '../../settings/secrets.ts';
import { writePrivately } from './bundle-file.ts';
import type { Bundle } from './bundle.ts';

export interface Installation {
  /** What the settings file will say. */
  readonly text: string;
  /** What a start with that file reads. */
  readonly settings: Settings;
  /** Goes into `secrets.json` of the data folder; nothing: it is in the settings file, or there was none. */
  readonly generatedSecret: string | undefined;
  /** What stays as it is on this machine. */
  readonly kept: readonly string[];
  /** What the other release knew and this one does not. */
  readonly unknown: readonly string[];
}

/**
 * What an import would write. What this machine's environment says about itself (paths, ports, the
 * database) stays; so does whatever is in `keep`. Throws `CannotStart` for what a start would refuse.
 */
export function planned(
  bundle: Bundle,
  environment: Environment,
  keep: readonly string[] = [],
): Installation {
  const known = Object.values(settingsList);
  const stranger = keep.find((name) => !known.some((setting) => setting.name === name));
  if (stranger !== undefined) throw new CannotStart(`There is no setting ${stranger} to keep.`);

  const lines: { text: string; ofThisMachine: boolean }[] = [];
  const values: Record<string, string> = {};
  const kept: string[] = [];
  let generated: string | undefined;
  for (const { name, default: otherwise, ofThisMachine } of known) {
    const own = environment[name]?.trim() ?? '';
    const old = bundle.settings.find((setting) => setting.name === name);
    const isKept = keep.includes(name) || (ofThisMachine && own !== '');
    if (isKept) kept.push(name);
    if (!isKept && old?.source === 'generated file') {
      generated = old.value;
      continue;
    }
    const value = isKept ? own : (old?.value ?? '');
    if (value === '' || value === otherwise) continue;
    values[name] = value;
    lines.push({ text: envLine(name, value), ofThisMachine });
  }
  return {
    text: fileText(bundle, lines),
    settings: readSettings(values),
    generatedSecret: generated,
    kept,
    unknown: bundle.settings
      .filter(({ name, source }) => source !== 'default' && !known.some((one) => one.name === name))
      .map(({ name }) => name),
  };
}

function fileText(
  { about }: Bundle,
  lines: readonly { text: string; ofThisMachine: boolean }[],
): string {
  const own = lines.filter(({ ofThisMachine }) => ofThisMachine).map(({ text }) => text);
  const rest = lines.filter(({ ofThisMachine }) => !ofThisMachine).map(({ text }) => text);
  return `# Settings of Rondo on ${JSON.stringify(about.host)} as of ${about.at}, where they are not the default.
# There are secrets in it. npm start -- --settings <this file>
${own.length > 0 ? `\n# Of one machine each: are they right for this one?\n${own.join('\n')}\n` : ''}
${rest.join('\n')}
`;
}

/** Writes it; throws `CannotStart` before anything is written when something else would be lost. */
export function install(
  { text, settings, generatedSecret: secret }: Installation,
  file: string,
  { force }: { force: boolean },
): void {
  const { dataFolder } = settings;
  const present = generatedSecret(dataFolder);
  const isOther = secret !== undefined && present !== undefined && present !== secret;
  if (isOther && !force) {
    throw new CannotStart(
      `${dataFolder} has a secrets.json of its own. With --force the other server's takes its place, and whoever is signed in through this one has to sign in again.`,
    );
  }
  const isChanged = existsSync(file) && readFileSync(file, 'utf8') !== text;
  if (isChanged && !force) {
    throw new CannotStart(
      `${resolve(file)} is there and says something else. Name another with --write <file>, or replace it with --force.`,
    );
  }
  writePrivately(file, text);
  if (secret === undefined || present === secret) return;
  if (isOther) forgetSecret(dataFolder);
  keepSecret(dataFolder, secret);
}
