import { settingsList } from './list.ts';
import { readSettings, type Environment } from './read.ts';
import { generatedSecret } from './secrets.ts';

/** Where a value comes from. */
export type Source = 'environment' | 'generated file' | 'default';

export interface EffectiveSetting {
  readonly name: string;
  /** As one would write it; empty: not set. Not for showing when it is secret. */
  readonly value: string;
  readonly source: Source;
  readonly secret: boolean;
  readonly ofThisMachine: boolean;
}

/** Every setting there is with the value that a start would use now. Throws as `readSettings` does. */
export function effectiveSettings(environment: Environment): EffectiveSetting[] {
  const { dataFolder } = readSettings(environment);
  return Object.values(settingsList).map(({ name, default: otherwise, secret, ofThisMachine }) => {
    const from = (value: string, source: Source): EffectiveSetting => {
      return { name, value, source, secret, ofThisMachine };
    };
    const set = environment[name]?.trim() ?? '';
    if (set !== '') return from(set, 'environment');
    const made = name === settingsList.secret.name ? generatedSecret(dataFolder) : undefined;
    return made === undefined ? from(otherwise, 'default') : from(made, 'generated file');
  });
}
