import { signedIn } from '../../http/endpoints.ts';
import type { Limit } from '../../http/limits.ts';
import { needOwner } from '../../outbox/outbox.ts';
import { readPeak, readWeek } from '../ledger/read.ts';
import { latestReports } from './latest.ts';

const EXAMINE: Limit = { name: 'doctor', most: 10, seconds: 600 };

export const operationsRouter = signedIn.operations.router({
  doctor: signedIn.operations.doctor.handler(async ({ context: { app, user } }) => {
    await needOwner(app.db, user.id);
    return { reports: await latestReports(app.db) };
  }),
  examine: signedIn.operations.examine.handler(async ({ context: { app, user } }) => {
    await needOwner(app.db, user.id);
    await app.limits.count(EXAMINE, user.id);
    await app.doctor.look(['machine', 'shared']);
    await app.db.transaction().execute((tx) => app.jobs.add('doctor', null, tx));
    return { reports: await latestReports(app.db) };
  }),
  peaks: signedIn.operations.peaks.handler(async ({ context: { app, user } }) => {
    await needOwner(app.db, user.id);
    return { ...(await readPeak(app.db)), hours: await readWeek(app.db) };
  }),
});
