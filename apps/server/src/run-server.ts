import { CannotStart } from './cannot-start.ts';
import { makeLog } from './log.ts';
import type { StartedBy } from './operations/upgrade/started-by.ts';
import { readSettings } from './settings/read.ts';
import { takeSettingsFile } from './settings/settings-file.ts';
import { startServer, type Running } from './start.ts';

/** Reads the settings and starts. */
export async function runServer(by: StartedBy): Promise<Running> {
  const [unknown] = takeSettingsFile(by.args.rest, process.env);
  if (unknown !== undefined) {
    throw new CannotStart(`There is no “${unknown}” here. You may say --settings <file>.`);
  }
  const settings = readSettings(process.env);
  return startServer(settings, makeLog(settings.logLevel), by);
}
