import { CannotStart } from './cannot-start.ts';
import { startedBy, type StartedBy } from './operations/upgrade/started-by.ts';
import type { Running } from './start.ts';
import { welcome } from './welcome.ts';

const by = startedBy(process.argv.slice(2), process.env);
try {
  // Fetched here, so that a release with a part that is missing can tell the one it was to follow.
  const { runServer } = await import('./run-server.ts');
  const running = await runServer(by);
  // Before anybody can read that it runs, and act on it.
  stopOnSignal(running, by);
  console.log(welcome(running.app.settings, running));
} catch (error) {
  const isExpected = error instanceof CannotStart;
  // Before the server that has started us hears of it: it ends us at once.
  console.error(isExpected ? `Rondo does not start.\n${error.message}` : error);
  await by.predecessor?.failed(
    isExpected ? error.message : `${String(error)}. More is where this server writes its log.`,
  );
  process.exit(1);
}

/** What is not finished this long after people were sent on never will be, ms; the database has all that counts. */
const LONGEST_STOP_MS = 90_000;

/** The first signal finishes what was begun; the second ends it at once. So does another process that takes over. */
function stopOnSignal({ stop, replaced, app }: Running, { launcher }: StartedBy): void {
  const { log, settings } = app;
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(
      () => {
        log.error('stopping did not come to an end');
        process.exit(1);
      },
      settings.drainPause * 1_000 + LONGEST_STOP_MS,
    ).unref();
    stop().then(
      () => {
        launcher.ended();
        process.exit(0);
      },
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  // No word to the launcher: the server goes on, and whoever goes on with it will tell.
  void replaced.then(() => process.exit(0));
}
