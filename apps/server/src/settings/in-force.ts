import { effectiveSettings, type Source } from './effective.ts';
import type { Environment } from './read.ts';
import { fingerprint, shown, table } from './shown.ts';

/**
 * Every setting with its value and where that comes from, for a terminal; of secrets, a fingerprint.
 * Throws as `readSettings` does.
 */
export function settingsInForce(environment: Environment): string {
  return table(
    effectiveSettings(environment).map((setting) => [setting.name, shown(setting), setting.source]),
  );
}

interface ReportedSetting {
  readonly name: string;
  /** Null: not set, or secret. */
  readonly value: string | null;
  /** Null: not set, or no secret. */
  readonly fingerprint: string | null;
  readonly source: Source;
  readonly secret: boolean;
}

/** The same for programs. */
export function settingsReport(environment: Environment): ReportedSetting[] {
  return effectiveSettings(environment).map(({ name, value, source, secret }) => {
    const isSet = value !== '';
    return {
      name,
      value: isSet && !secret ? value : null,
      fingerprint: isSet && secret ? fingerprint(value) : null,
      source,
      secret,
    };
  });
}
