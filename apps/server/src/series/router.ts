import type { App } from '../app.ts';
import { open, signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { problem } from '../http/problem.ts';
import { needRole } from '../teams/access.ts';
import { changeSeries, createSeries, previewDates } from './change.ts';
import { claimNext, type OccurrenceRow } from './claim.ts';
import { tendLinked } from './due.ts';
import { hold } from './hold.ts';
import { lookBehindLink } from './link.ts';
import { listSeries, readSeries, shown } from './read.ts';
import { needChangeable, needSeries } from './row.ts';
import { resumeSeries, stopSeries } from './stop.ts';

const PLANS: Limit = { name: 'plan-series', most: 120, seconds: 3_600 };
const LOOKS: Limit = { name: 'series-link', most: 1_200, seconds: 600 };

export const seriesRouter = open.series.router({
  list: signedIn.series.list.handler(async ({ context: { app, user }, input }) => ({
    series: await listSeries(app, user.id, input.team),
  })),
  create: signedIn.series.create.handler(async ({ context: { app, user }, input }) => {
    await app.limits.count(PLANS, user.id);
    return shown(app, await createSeries(app, user.id, input, new Date()));
  }),
  preview: signedIn.series.preview.handler(
    async ({ context: { app, user }, input: { team, series, ...times } }) => {
      await needRole(app.db, user.id, team);
      if (series !== undefined) await needSeries(app.db, user.id, series);
      const dates = await previewDates(app.db, series ?? null, times, new Date());
      return { dates: dates.map((at) => at.toISOString()) };
    },
  ),
  get: signedIn.series.get.handler(({ context: { app, user }, input }) =>
    readSeries(app, user.id, input.series),
  ),
  change: signedIn.series.change.handler(async ({ context: { app, user }, input }) =>
    shown(app, await changeSeries(app, user.id, input, new Date())),
  ),
  skip: signedIn.series.skip.handler(async ({ context: { app, user }, input }) => {
    await claimAt(app, user.id, input, 'skipped');
    return shown(app, await needSeries(app.db, user.id, input.series));
  }),
  startNext: signedIn.series.startNext.handler(async ({ context: { app, user }, input }) => {
    const meeting = await hold(app, await claimAt(app, user.id, input, 'due'), user);
    if (!meeting) throw problem('not-found');
    return { meeting };
  }),
  pause: signedIn.series.pause.handler(async ({ context: { app, user }, input }) =>
    shown(app, await stopSeries(app.db, user.id, input.series, 'paused')),
  ),
  resume: signedIn.series.resume.handler(async ({ context: { app, user }, input }) =>
    shown(app, await resumeSeries(app.db, user.id, input.series, new Date())),
  ),
  end: signedIn.series.end.handler(async ({ context: { app, user }, input }) =>
    shown(app, await stopSeries(app.db, user.id, input.series, 'ended')),
  ),
  door: open.series.door.handler(async ({ context, input }) => {
    await context.app.limits.count(LOOKS, context.address);
    const session = await context.session();
    await tendLinked(context.app, input.key);
    return lookBehindLink(context.app.db, input.key, session?.user.id ?? null);
  }),
});

/** Takes the next date for somebody who saw that it is this one; `conflict` when it no longer is. */
async function claimAt(
  app: App,
  user: string,
  { series, at }: { series: string; at: string },
  state: 'due' | 'skipped',
): Promise<OccurrenceRow> {
  const row = await needChangeable(app.db, user, series);
  if (row.next_at?.getTime() !== Date.parse(at)) throw problem('conflict');
  const claimed = await claimNext(app, row, state);
  if (!claimed) throw problem('conflict');
  return claimed;
}
