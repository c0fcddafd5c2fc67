import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../settings/list.ts';
import { generatedSecret, keepSecret } from '../../settings/secrets.ts';

/**
 * Puts the secret of a backup where the next start finds it, so that whoever was signed in stays so.
 * @returns sentences for the person at the terminal
 */
export function bringSecret(
  { secret: set, dataFolder }: Settings,
  secret: string | undefined,
): readonly string[] {
  if (secret === undefined) {
    return [
      'The secret of the server was not in the backup, as it is not sealed. Put the old secrets.json into RONDO_DATA, or set the old RONDO_SECRET; otherwise people have to sign in again, and links of calendars change.',
    ];
  }
  if (set !== undefined) {
    return set === secret
      ? []
      : [
          'RONDO_SECRET is another one than that of the backup: set it as it was there, or people have to sign in again, and links of calendars change.',
        ];
  }
  const present = generatedSecret(dataFolder);
  if (present === secret) return [];
  const notes: string[] = [];
  if (present !== undefined) {
    const kept = join(dataFolder, `secrets-before-${Date.now()}.json`);
    renameSync(join(dataFolder, 'secrets.json'), kept);
    notes.push(`The secret that was here before is kept in ${kept}.`);
  }
  keepSecret(dataFolder, secret);
  return notes;
}
