import { open, signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { problem } from '../http/problem.ts';
import { removeDraft, saveDraft } from './change.ts';
import { changeChannel, channelFor, follow } from './channel.ts';
import { keepFeedback } from './feedback.ts';
import { reportMarkdown } from './markdown.ts';
import { renewFeed, revokeFeed } from './private-feed.ts';
import { correct, publish, unpublish } from './publish.ts';
import { listReports, reportFor } from './read.ts';

const SAVES: Limit = { name: 'report-save', most: 2_000, seconds: 3_600 };
const FEEDBACK: Limit = { name: 'report-say', most: 30, seconds: 3_600 };

export const reportsRouter = open.reports.router({
  list: signedIn.reports.list.handler(async ({ context: { app, user, origin }, input }) => ({
    channel: await channelFor(app, origin, user.id, input.team),
    ...(await listReports(app.db, user.id, input)),
  })),
  change: signedIn.reports.change.handler(async ({ context: { app, user, origin }, input }) => {
    await changeChannel(app.db, user.id, input);
    return channelFor(app, origin, user.id, input.team);
  }),
  follow: signedIn.reports.follow.handler(async ({ context: { app, user, origin }, input }) => {
    await follow(app.db, user.id, input);
    return channelFor(app, origin, user.id, input.team);
  }),
  renewFeed: signedIn.reports.renewFeed.handler(
    async ({ context: { app, user, origin }, input }) => {
      await renewFeed(app.db, { user: user.id, team: input.team });
      return channelFor(app, origin, user.id, input.team);
    },
  ),
  revokeFeed: signedIn.reports.revokeFeed.handler(
    async ({ context: { app, user, origin }, input }) => {
      await revokeFeed(app.db, { user: user.id, team: input.team });
      return channelFor(app, origin, user.id, input.team);
    },
  ),
  get: signedIn.reports.get.handler(({ context: { app, user, origin }, input }) =>
    reportFor(app.db, origin, user.id, input.report),
  ),
  save: signedIn.reports.save.handler(async ({ context: { app, user, origin }, input }) => {
    await app.limits.count(SAVES, user.id);
    await saveDraft(app.db, user.id, input);
    return reportFor(app.db, origin, user.id, input.report);
  }),
  publish: signedIn.reports.publish.handler(async ({ context: { app, user, origin }, input }) => {
    await publish(app, user, input);
    return reportFor(app.db, origin, user.id, input.report);
  }),
  unpublish: signedIn.reports.unpublish.handler(
    async ({ context: { app, user, origin }, input }) => {
      await unpublish(app.db, user, input);
      return reportFor(app.db, origin, user.id, input.report);
    },
  ),
  correct: signedIn.reports.correct.handler(async ({ context: { app, user, origin }, input }) => {
    await correct(app.db, user, input);
    return reportFor(app.db, origin, user.id, input.report);
  }),
  remove: signedIn.reports.remove.handler(async ({ context: { app, user }, input }) => {
    await removeDraft(app.db, user.id, input.report);
    return {};
  }),
  say: signedIn.reports.say.handler(async ({ context: { app, user, origin }, input }) => {
    const report = await reportFor(app.db, origin, user.id, input.report);
    // Of a draft the team talks in other places.
    if (report.state !== 'published') throw problem('not-found');
    await app.limits.count(FEEDBACK, user.id);
    // Readers of other teams say something too, and what was said is its own team's to read.
    await keepFeedback(app.dbForAll, {
      report: report.id,
      user: user.id,
      name: user.name,
      text: input.text,
    });
    return {};
  }),
  markdown: signedIn.reports.markdown.handler(async ({ context: { app, user, origin }, input }) => {
    const report = await reportFor(app.db, origin, user.id, input.report);
    return {
      file: `report-${report.number}.md`,
      text: reportMarkdown({
        number: report.number,
        content: report.content,
        figures: report.counted,
        author: report.author,
        language: report.team.language,
        corrections: report.corrections.map(({ at, note }) => ({ at: new Date(at), note })),
      }),
    };
  }),
});
