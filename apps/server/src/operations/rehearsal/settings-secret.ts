import type { Settings } from '../../settings/list.ts';
import { generatedSecret } from '../../settings/secrets.ts';

/** What the server of these settings signs with; undefined: it has never started here. */
export const settingsSecret = ({ secret, dataFolder }: Settings): string | undefined =>
  secret ?? generatedSecret(dataFolder);
