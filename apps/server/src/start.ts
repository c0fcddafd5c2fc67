import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { makeAccounts } from './accounts/accounts.ts';
import { newClaimCode } from './accounts/claim.ts';
import type { App } from './app.ts';
import { beginWork } from './begin-work.ts';
import { openBilling } from './billing/open.ts';
import { openDatabase } from './database/database.ts';
import { makeApi } from './http/api.ts';
import { makeAuthRequests } from './http/auth-requests.ts';
import { findKeptAssets, keepAssets } from './http/kept-assets.ts';
import { makeLimits } from './http/limits.ts';
import { makeReadiness } from './http/readiness.ts';
import { addressOf } from './http/request-origin.ts';
import { makeServer } from './http/server.ts';
import { readBuild } from './http/web-app-build.ts';
import { makeWebApp } from './http/web-app.ts';
import { openInsight } from './insight/insight.ts';
import { JOB_CONNECTIONS, startJobs } from './jobs/jobs.ts';
import { openLibrary } from './library/library.ts';
import { machineChance, newId } from './live/machine.ts';
import { makePost } from './mail/post.ts';
import { makeNews } from './notifications/news/news.ts';
import { openLive } from './open-live.ts';
import { countFailedSignIns } from './operations/audit/failed-sign-ins.ts';
import { recordStart } from './operations/audit/server.ts';
import { lookAround } from './operations/doctor/look-around.ts';
import type { Report } from './operations/doctor/report.ts';
import { startDoctor } from './operations/doctor/service.ts';
import { keepLedger, ledgerWriter } from './operations/ledger/keep.ts';
import { takeSample, type Sample } from './operations/ledger/sample.ts';
import { countDeliveries } from './operations/metrics/deliveries.ts';
import { makeMetrics } from './operations/metrics/metrics.ts';
import { databaseConnections } from './operations/nodes/database-connections.ts';
import { appear } from './operations/nodes/nodes.ts';
import { echo } from './operations/rehearsal/echo.ts';
import { serve } from './operations/upgrade/serve.ts';
import { startedBy, type StartedBy } from './operations/upgrade/started-by.ts';
import type { Settings } from './settings/list.ts';
import { secretOf } from './settings/secrets.ts';
import { passOn } from './webhooks/service.ts';

/** The build of the web app; `npm start` makes it. */
const WEB_APP = join(import.meta.dirname, '..', '..', 'web', 'dist');

export interface Running {
  readonly app: App;
  readonly port: number;
  /** The one-time code for the first account, while the server has no owner. */
  readonly claimCode: string | undefined;
  /** What the doctor found before the start. */
  readonly found: readonly Report[];
  /** Finishes what was begun, and stops; rejects when something could not be finished. */
  readonly stop: () => Promise<void>;
  /** Resolves when another process has taken everything over and this server has stopped. */
  readonly replaced: Promise<void>;
}

/** Starts everything, in the order in which it depends on one another; stops it in reverse. */
export async function startServer(
  settings: Settings,
  log: Logger,
  by = startedBy([], process.env),
): Promise<Running> {
  const closing = new AsyncDisposableStack();
  try {
    return await start(settings, log, by, closing);
  } catch (error) {
    await closing.disposeAsync();
    throw error;
  }
}

async function start(
  settings: Settings,
  log: Logger,
  by: StartedBy,
  closing: AsyncDisposableStack,
): Promise<Running> {
  const secret = secretOf(settings);
  // While the database starts, the library is read.
  const reading = openLibrary();
  reading.catch(() => undefined);

  const database = await openDatabase(settings, log);
  closing.defer(database.close);
  const { db, dbOf, pool, openPool, url } = database;
  const library = await reading;

  const jobs = await startJobs(url, log);
  closing.defer(jobs.stop);
  const post = makePost(settings, jobs, secret);
  const deliveries = countDeliveries();
  const billing = await openBilling(settings);

  const accounts = makeAccounts({
    db,
    pool: openPool('auth', 5),
    secret,
    settings,
    post,
    log,
    // Connections that rest on it are looked at again at once, on all servers.
    onSessionEnd: (session) => live.node.poke(`revoked:session:${session}`),
  });
  closing.defer(accounts.settle);
  const failedSignIns = countFailedSignIns(db, log);
  closing.defer(failedSignIns.stop);
  const { sessions, mailSignInLink } = accounts;
  const insight = openInsight({ db, library, log });
  closing.defer(insight.stop);
  const name = newId();
  const live = await openLive({
    name,
    database,
    post,
    sessions,
    settings,
    acts: insight.acts,
    onPoke: (topic) => news.hear(topic),
    log,
  });
  closing.defer(live.stop);
  const news = makeNews({
    db,
    url,
    sessions,
    admission: live.admission,
    onWebhooks: () => webhooks.soon(),
    log,
  });
  closing.defer(news.stop);
  const limits = makeLimits(pool);
  const self = { name, databaseConnections: databaseConnections(database) };
  const doctor = startDoctor({
    name,
    settings,
    db,
    context: () =>
      lookAround({
        settings,
        environment: process.env,
        db,
        self,
        peers: live.figures().peers,
        secret,
        log,
      }),
    log,
  });
  closing.defer(async () => doctor.stop());
  await jobs.work('doctor', doctor.lookForAll);
  const app: App = {
    settings,
    log,
    db,
    dbForAll: db,
    dbOf,
    pool,
    openPool,
    jobs,
    post,
    limits,
    doctor,
    insight,
    billing,
    library,
    linkSecret: secret,
    sessions,
    mailSignInLink,
    live: live.node,
    meetingLog: live.log,
    chance: machineChance,
  };
  await beginWork(app, url, deliveries);
  const webhooks = await passOn(
    {
      db,
      secret,
      link: (path) => (settings.publicUrl === undefined ? null : post.link(path)),
      allowPrivate: settings.webhooksPrivate === 'on',
      deliveries,
      log,
    },
    jobs,
  );
  closing.defer(webhooks.stop);

  const readiness = makeReadiness(pool);
  const rehearsal = echo({
    secret,
    addressOf: (request) => addressOf(request, settings),
    hasRoomBeside: live.hasRoomBeside,
    log,
  });
  const metrics = makeMetrics({
    token: settings.metricsToken,
    isDraining: readiness.isDraining,
    pools: database.pools,
    live: live.figures,
    rehearsal: rehearsal.figures,
    jobs: jobs.figures,
    deliveries: () => deliveries.families(news.connections()),
    doctor: doctor.families,
  });
  closing.defer(async () => metrics.stop());
  const build = readBuild(WEB_APP);
  // Before anybody gets our page: any other server may be asked for the rest.
  const stopKeeping = await keepAssets(db, build, log);
  closing.defer(async () => stopKeeping());
  const server = makeServer({
    app,
    readiness,
    metrics,
    api: makeApi(),
    authRequests: makeAuthRequests(accounts.auth, failedSignIns),
    webApp: makeWebApp(build, findKeptAssets(db)),
    onLive: live.onUpgrade,
    echo: rehearsal,
    onLiveRequest: async (context) =>
      (await news.onRequest(context)) ||
      live.onRequest(context.request, context.response, context.address),
  });
  live.keepShares(server);
  const claimCode = await newClaimCode(db);
  const found = await doctor.beforeTheStart();
  const presence = await appear(db, name, self.databaseConnections, log);
  closing.defer(presence.leave);
  closing.defer(await recordStart(db, name, log));
  const ledger = ledgerWriter(db, name, log);
  const sample = (): Promise<Sample> =>
    takeSample({
      live: live.figures,
      newsStreams: news.connections,
      pools: database.pools,
      unpooled: JOB_CONNECTIONS + 2,
    });
  const stopLedger = keepLedger(ledger, sample, log);
  closing.defer(async () => stopLedger());
  const service = await serve({
    server,
    settings,
    startedBy: by,
    name,
    db,
    live,
    readiness,
    presence,
    log,
    beforeLeaving: () => {
      // Who is sent on is counted where they go.
      stopLedger();
      news.sendAway();
      rehearsal.stop();
    },
    close: () => closing.disposeAsync(),
  });

  return {
    app,
    claimCode,
    found,
    // A server that listens on a port has an address with it.
    port: (server.address() as AddressInfo).port,
    ...service,
  };
}
