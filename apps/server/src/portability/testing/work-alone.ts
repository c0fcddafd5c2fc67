import { connect } from '../../database/database.ts';
import { makeLog } from '../../log.ts';
import { readSettings } from '../../settings/read.ts';
import { runExport } from '../export/run.ts';
import { runImport } from '../import/run.ts';

// A server's work on one job in a process of its own, for tests that end it: `export` or `import`, and its id.
const [kind, job = ''] = process.argv.slice(2);
const log = makeLog('silent');
const { db } = connect(process.env['DATABASE_URL'] ?? '', log, () => Promise.resolve());
const noMail = (): Promise<never> => Promise.reject(new Error('nobody is invited here'));
if (kind === 'export') await runExport(db, log, job, false);
else {
  const post = { queue: noMail, link: (path: string) => path, mailingIn: () => null };
  await runImport({ db, log, settings: readSettings(process.env), post }, job, false);
}
