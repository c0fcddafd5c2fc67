import { settingsList } from './list.ts';
import { readSettings, type Environment } from './read.ts';

/**
 * Every setting with its value and where that comes from, for a terminal; secrets are only said to be
 * set. Throws as `readSettings` does.
 */
export function settingsInForce(environment: Environment): string {
  readSettings(environment);
  const rows = Object.values(settingsList).map((setting) => {
    const { name, secret } = setting;
    const set = environment[name]?.trim() ?? '';
    const value = set === '' ? setting.default || '(not set)' : secret ? '(secret)' : set;
    return { name, value, source: set === '' ? 'default' : 'environment' };
  });
  const [names, values] = [rows.map(({ name }) => name), rows.map(({ value }) => value)].map(
    (column) => Math.max(...column.map((text) => text.length)),
  );
  return rows
    .map(({ name, value, source }) =>
      [name.padEnd(names ?? 0), value.padEnd(values ?? 0), source].join('  '),
    )
    .join('\n');
}
