import type { App } from '../app.ts';
import { runExport } from './export/run.ts';
import { runImport } from './import/run.ts';
import { requeueMoves } from './requeue.ts';
import { keepRetention } from './retention/expire.ts';

/** Does exports and imports, and lets go of what teams do not want to keep any longer. */
export async function moveData(app: App): Promise<void> {
  const { db, jobs, log } = app;
  const again = await requeueMoves(db, jobs);
  if (again > 0)
    log.info({ moves: again }, 'exports and imports that waited without a job are done now');
  await jobs.work('export', ({ job }, { isLastTry }) => runExport(db, log, job, isLastTry));
  await jobs.work('import', async ({ job }, { isLastTry }) => {
    await runImport(app, job, isLastTry);
    // What came in is found at once, not with the next look of the hour.
    await jobs.add('search', null, db);
  });
  await jobs.work('retention', () => keepRetention(db, new Date()));
}
