import { effectiveSettings } from './effective.ts';
import type { Environment } from './read.ts';
import { shown, table } from './shown.ts';

/**
 * Every setting with its value and where that comes from, for a terminal; of secrets, a fingerprint.
 * Throws as `readSettings` does.
 */
export function settingsInForce(environment: Environment): string {
  return table(
    effectiveSettings(environment).map((setting) => [setting.name, shown(setting), setting.source]),
  );
}
