import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { App } from '../app.ts';
import { answerWebhook, WEBHOOK_PATH } from '../billing/webhook.ts';
import { isDatabaseAway } from '../database/away.ts';
import { pageAskedFor } from '../insight/visits.ts';
import { unsubscribePage } from '../mail/unsubscribe-page.ts';
import { answerSettings, SETTINGS_PATH } from '../operations/bundle/other-server.ts';
import type { Metrics } from '../operations/metrics/metrics.ts';
import { routeOf } from '../operations/metrics/route.ts';
import { asksToRehearse, type Echo } from '../operations/rehearsal/echo.ts';
import { answerExport, exportIn } from '../portability/download.ts';
import { answerPublicReports } from '../reports/public/answer.ts';
import { answerPrivateFeed } from '../reports/public/feeds.ts';
import { answerCalendar } from '../series/calendar/answer.ts';
import { version } from '../version.ts';
import { answerDefect, answerJson, answerNoDatabase, answerProblem } from './answer.ts';
import type { Api } from './api.ts';
import type { AuthRequests } from './auth-requests.ts';
import type { Context } from './context.ts';
import { makeOpenApi } from './open-api.ts';
import { pathOf } from './path.ts';
import type { Readiness } from './readiness.ts';
import { addressOf, isFromOurselves, originOf } from './request-origin.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { WebApp } from './web-app.ts';

/** Takes over a request to open a socket; it has to check whose it is. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface Parts {
  readonly app: App;
  readonly api: Api;
  readonly authRequests: AuthRequests;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  readonly webApp: WebApp;
  /** Sockets to `/live`; requests from pages of others do not come so far. */
  readonly onLive: Upgrade;
  /** Sockets that only rehearse, for who has a token; at the same address. */
  readonly echo: Echo;
  /** Requests to `/live/…`, for networks that let no socket through. */
  readonly onLiveRequest: (context: Context) => Promise<boolean>;
}

const openApi = makeOpenApi(version);

/** Answers every request; the server does not listen yet. */
export function makeServer(parts: Parts): Server {
  const { app } = parts;
  const server = createServer(
    // Slow senders lose their connection; a keep-alive longer than that of usual proxies (60 s).
    { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 },
    (request, response) => {
      let route = routeOf(pathOf(request));
      const context = contextOf(app, request, response, (pattern) => (route = pattern));
      parts.metrics.watch(request, response, () => route);
      answer(parts, context).catch((error: unknown) => {
        if (isDatabaseAway(error)) {
          context.log.warn({ err: error }, 'no answer without the database');
          answerNoDatabase(response);
          return;
        }
        context.log.error({ err: error }, 'defect');
        answerDefect(response, context.requestId);
      });
    },
  );
  server.on('upgrade', (request, socket, head) => {
    // Without a listener an error of the socket would end the process.
    socket.on('error', () => socket.destroy());
    if (pathOf(request) !== '/live') refuse(socket, '404 Not Found');
    else if (asksToRehearse(request)) {
      if (!parts.echo.takes(request, socket, head)) refuse(socket, '404 Not Found');
    } else if (!isFromOurselves(request, app.settings)) refuse(socket, '403 Forbidden');
    else parts.onLive(request, socket, head);
  });
  return server;
}

function contextOf(
  app: App,
  request: IncomingMessage,
  response: ServerResponse,
  countAs: Context['countAs'],
): Context {
  const requestId = crypto.randomUUID();
  let session: ReturnType<Context['session']> | undefined;
  return {
    app,
    requestId,
    address: addressOf(request, app.settings),
    origin: originOf(request, app.settings),
    log: app.log.child({ request: requestId }),
    request,
    response,
    countAs,
    session: () => (session ??= app.sessions.from(request, response)),
  };
}

async function answer(parts: Parts, context: Context): Promise<void> {
  const { api, authRequests, readiness, webApp } = parts;
  const { app, request, response, origin, requestId } = context;
  const pathname = pathOf(request);
  logWhenDone(context, pathname);
  response.setHeader('x-request-id', requestId);
  setSecurityHeaders(response, origin, webApp.scripts);
  if (readiness.isDraining()) response.setHeader('connection', 'close');

  if (pathname === '/health') return answerJson(response, 200, { status: 'alive' });
  if (pathname === '/ready') return answerReady(readiness, response);
  if (pathname === '/metrics') return parts.metrics.answer(request, response);
  // Open pages ask for it, to know when to load anew.
  if (pathname === '/release') {
    return answerJson(response, 200, { release: version, web: webApp.build });
  }
  if (pathname === SETTINGS_PATH) {
    return answerSettings(request, response, app.linkSecret, process.env);
  }
  if (pathname === '/api/openapi.json') {
    return answerJson(response, 200, await openApi(origin));
  }
  if (pathname === WEBHOOK_PATH) return answerWebhook(context);
  if (pathname.startsWith('/api/') || pathname.startsWith('/live/')) {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading && !isFromOurselves(request, app.settings)) {
      return answerProblem(response, 'wrong-origin');
    }
  }
  const off = request.method === 'GET' ? unsubscribePage(pathname) : null;
  if (off !== null) return void response.writeHead(303, { location: off }).end();
  if (pathname.startsWith('/api/auth/')) return authRequests(request, response, context);
  const wanted = exportIn(pathname);
  if (wanted !== null) return answerExport(context, wanted);
  if (pathname.startsWith('/api/')) {
    response.setHeader('cache-control', 'no-store');
    if (!(await api(request, response, context))) answerProblem(response, 'not-found');
    return;
  }
  if (pathname === '/live') return answerUpgradeRequired(response);
  if (pathname.startsWith('/live/') && (await parts.onLiveRequest(context))) return;
  await answerPage(parts, context, pathname);
}

/** What people and their programs open by its address. */
async function answerPage({ webApp }: Parts, context: Context, pathname: string): Promise<void> {
  const { app, request, response } = context;
  if (pathname.startsWith('/calendar/')) return answerCalendar(context, pathname);
  if (pathname.startsWith('/r/')) return answerPublicReports(context, pathname, webApp);
  if (pathname.startsWith('/feeds/')) return answerPrivateFeed(context, pathname);
  const page = pageAskedFor(request, pathname);
  if (page) app.insight.visits.seen(request, context.address, page);
  await webApp.answer(request, response, pathname);
}

/** Sockets are opened there: who asks without saying so has a proxy that does not pass it on. */
function answerUpgradeRequired(response: ServerResponse): void {
  response.writeHead(426, { upgrade: 'websocket', connection: 'upgrade' }).end();
}

async function answerReady(readiness: Readiness, response: ServerResponse): Promise<void> {
  const problem = await readiness.problem();
  if (problem) answerJson(response, 503, { status: 'not ready', problem });
  else answerJson(response, 200, { status: 'ready' });
}

/** Paths without ids and tokens, never queries: what is logged must not open any door. */
function logWhenDone({ log, request, response }: Context, pathname: string): void {
  const start = performance.now();
  response.once('close', () => {
    const path = pathname.replaceAll(/\/[^/]{16,}/g, '/…');
    const ms = Math.round(performance.now() - start);
    log.debug({ method: request.method, path, status: response.statusCode, ms }, 'request');
  });
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
