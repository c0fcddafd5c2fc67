import { CannotStart } from './cannot-start.ts';
import { makeLog } from './log.ts';
import { readSettings } from './settings/read.ts';
import { takeSettingsFile } from './settings/settings-file.ts';
import { startServer, type Running } from './start.ts';
import { welcome } from './welcome.ts';

try {
  const [unknown] = takeSettingsFile(process.argv.slice(2), process.env);
  if (unknown !== undefined) {
    throw new CannotStart(`There is no “${unknown}” here. You may say --settings <file>.`);
  }
  const settings = readSettings(process.env);
  const log = makeLog(settings.logLevel);
  const running = await startServer(settings, log);
  console.log(welcome(settings, running));
  stopOnSignal(running);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(`Rondo does not start.\n${error.message}`);
  process.exit(1);
}

/** The first signal finishes what was begun; the second ends it at once. */
function stopOnSignal({ stop, app: { log } }: Running): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
