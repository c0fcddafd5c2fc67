import { ORPCError } from '@orpc/server';
import { visibleLength } from '@rondo/meeting';
import * as z from 'zod';
import type { Context } from '../../http/context.ts';
import type { Limit } from '../../http/limits.ts';
import type { WebApp } from '../../http/web-app.ts';
import { keepFeedback } from '../feedback.ts';
import { reportMarkdown } from '../markdown.ts';
import { PER_PAGE, publicChannel, publicReport, publicReports } from '../public-read.ts';
import { askToConfirm } from '../subscribe.ts';
import { WORDS } from '../words.ts';
import { publicFeed } from './feeds.ts';
import { formIn } from './form.ts';
import { answerMailLink } from './mail-link.ts';
import { channelPage, notePage, reportPage } from './page.ts';
import { ATOM, HTML, MARKDOWN, sendText } from './send.ts';
import { FONTS } from './style.ts';

const FEEDBACK: Limit = { name: 'report-feedback', most: 10, seconds: 3_600 };
const SUBSCRIBE: Limit = { name: 'report-subscribe', most: 10, seconds: 3_600 };
const LONGEST_NAME = 80;
const LONGEST_TEXT = 4_000;

const Email = z.email().max(254);

/**
 * Answers `/r/…`: what a team has published for everybody, without an account and without a script.
 * Reads as the server, but only what the view of public reports holds.
 */
export async function answerPublicReports(
  context: Context,
  path: string,
  fonts: Pick<WebApp, 'font'>,
): Promise<void> {
  const { request, response } = context;
  const [, , key = '', what, ...rest] = path.split('/');
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading && request.method !== 'POST') {
    response.setHeader('allow', 'GET, HEAD, POST').writeHead(405).end();
    return;
  }
  if (rest.length > 0) return answerNothing(context);
  if (key === 'fonts') return answerFont(context, fonts, what ?? '');
  if (key === 'mails') return answerMailLink(context, what ?? '');
  if (isReading) return read(context, key, what);
  // Another site's page may not send forms in its visitors' names.
  if (request.headers['sec-fetch-site'] === 'cross-site') return answerNothing(context, 403);
  if (what === 'subscribe') return subscribe(context, key);
  if (what === 'feedback') return say(context, key);
  return answerNothing(context);
}

/** The app's own fonts under addresses that stay, so that the pages' style does too. */
function answerFont(context: Context, { font }: Pick<WebApp, 'font'>, name: string): void {
  const file = FONTS.includes(name) ? font(`${name.slice(0, -'.woff2'.length)}-wght-normal`) : null;
  if (!file) return answerNothing(context);
  const { request, response } = context;
  response.setHeader('content-type', 'font/woff2');
  response.setHeader('cache-control', 'public, max-age=604800');
  response.setHeader('content-length', file.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : file);
}

async function read(context: Context, name: string, what: string | undefined): Promise<void> {
  const { app, origin, request } = context;
  const isFile = name.endsWith('.md');
  const key = isFile ? name.slice(0, -3) : name;
  if (!/^[A-Za-z0-9]{22}$/.test(key)) return answerNothing(context);
  if (what === undefined) {
    const report = await publicReport(app.dbForAll, key);
    if (report && isFile) return sendText(context, MARKDOWN, reportMarkdown(report));
    if (report) return sendText(context, HTML, reportPage(report, origin));
  }
  if (isFile) return answerNothing(context);
  const channel = await publicChannel(app.dbForAll, key);
  if (!channel) return answerNothing(context);
  if (what === 'feed') {
    return sendText(context, ATOM, await publicFeed(app.dbForAll, channel, origin));
  }
  if (what !== undefined) return answerNothing(context);
  const asked = Number(new URL(request.url ?? '/', origin).searchParams.get('before') ?? '');
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
  const reports = await publicReports(app.dbForAll, channel.team_id, before);
  const older = reports.length === PER_PAGE ? (reports.at(-1)?.number ?? null) : null;
  sendText(context, HTML, channelPage(channel, reports, origin, older));
}

async function subscribe(context: Context, key: string): Promise<void> {
  const { app, address } = context;
  const channel = await publicChannel(app.dbForAll, key);
  if (!channel) return answerNothing(context);
  const { language } = channel;
  const t = WORDS[language];
  const back = { back: `/r/${key}` };
  if (await isTooMany(context, SUBSCRIBE, address)) {
    return sendText(context, HTML, notePage(language, t.tooMany, t.tooManyText, back), 429);
  }
  const form = await formIn(context.request);
  const email = Email.safeParse(form?.get('email')?.trim().toLowerCase());
  if (!form || !email.success) {
    return sendText(context, HTML, notePage(language, t.wrong, t.wrongText, back), 400);
  }
  if ((form.get('website') ?? '') === '') {
    const { dbForAll: db, limits, post, linkSecret: secret } = app;
    await askToConfirm({ db, limits, post, secret }, channel, email.data);
  }
  sendText(context, HTML, notePage(language, t.asked, t.askedText, back), 200, 'no-store');
}

async function say(context: Context, key: string): Promise<void> {
  const { app, address } = context;
  const report = await publicReport(app.dbForAll, key);
  if (!report) return answerNothing(context);
  const { language } = report;
  const t = WORDS[language];
  const back = { back: `/r/${key}` };
  if (await isTooMany(context, FEEDBACK, address)) {
    return sendText(context, HTML, notePage(language, t.tooMany, t.tooManyText, back), 429);
  }
  const form = await formIn(context.request);
  const text = form?.get('text')?.trim() ?? '';
  const name = form?.get('name')?.trim() ?? '';
  const isRight =
    text !== '' && visibleLength(text) <= LONGEST_TEXT && visibleLength(name) <= LONGEST_NAME;
  if (!form || !isRight) {
    return sendText(context, HTML, notePage(language, t.wrong, t.wrongText, back), 400);
  }
  if ((form.get('website') ?? '') === '') {
    await keepFeedback(app.dbForAll, {
      report: report.id,
      user: null,
      name: name === '' ? null : name,
      // PostgreSQL takes every character but this one.
      text: text.replaceAll('\u0000', ''),
    });
  }
  sendText(context, HTML, notePage(language, t.thanks, t.thanksText, back), 200, 'no-store');
}

async function isTooMany({ app }: Context, limit: Limit, address: string): Promise<boolean> {
  try {
    await app.limits.count(limit, address);
    return false;
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'too-many') return true;
    throw error;
  }
}

/** The same for what never was, what is a draft, and what is for others. In the reader's language, as it has no other. */
function answerNothing(context: Context, status = 404): void {
  const wanted = context.request.headers['accept-language'] ?? '';
  const language = /^de\b/i.test(wanted) ? 'de' : 'en';
  const t = WORDS[language];
  sendText(context, HTML, notePage(language, t.gone, t.goneText), status);
}
