import type { Db } from '../../database/database.ts';
import { answerProblem } from '../../http/answer.ts';
import type { Context } from '../../http/context.ts';
import { unsealedId } from '../../sealed-id.ts';
import { atom, type FeedEntry } from '../feed.ts';
import { reportHtml } from '../html.ts';
import type { Shown } from '../markdown.ts';
import { correctionsOf, PER_PAGE, publicReports, type PublicChannel } from '../public-read.ts';
import { headlineOf } from '../words.ts';
import { descriptionOf } from './page.ts';
import { ATOM, sendText } from './send.ts';

interface Told extends Shown {
  id: string;
  publishedAt: Date;
  updatedAt: Date;
}

const entryOf = (report: Told, url: string): FeedEntry => ({
  id: `urn:uuid:${report.id}`,
  title: headlineOf(report),
  url,
  author: report.author,
  publishedAt: report.publishedAt,
  updatedAt: report.updatedAt,
  summary: descriptionOf(report),
  content: reportHtml(report),
});

/** What a team has published for everybody, as a feed. */
export async function publicFeed(db: Db, channel: PublicChannel, origin: string): Promise<string> {
  const reports = await publicReports(db, channel.team_id);
  return atom({
    // Not the address: that may change with the server's.
    id: `urn:uuid:${channel.team_id}`,
    title: channel.title,
    language: channel.language,
    page: `${origin}/r/${channel.key}`,
    self: `${origin}/r/${channel.key}/feed`,
    entries: reports.map((report) => entryOf(report, `${origin}/r/${report.key}`)),
  });
}

/** Answers `/feeds/…`. Whoever has the link reads what its maker may read, as long as they are in the team. */
export async function answerPrivateFeed(context: Context, path: string): Promise<void> {
  const { app, request, origin } = context;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const id = isReading
    ? unsealedId(app.linkSecret, 'report feed', path.slice('/feeds/'.length))
    : null;
  const feed = id === null ? null : await feedOf(app.dbForAll, id, `${origin}${path}`, origin);
  if (feed === null) return answerProblem(context.response, 'not-found');
  sendText(context, ATOM, feed, 200, 'private, max-age=900');
}

async function feedOf(db: Db, id: string, self: string, origin: string): Promise<string | null> {
  const feed = await db
    .selectFrom('report_feed as feed')
    .innerJoin('team_member as member', (join) =>
      join
        .onRef('member.team_id', '=', 'feed.team_id')
        .onRef('member.user_id', '=', 'feed.user_id'),
    )
    .innerJoin('team', 'team.id', 'feed.team_id')
    .leftJoin('report_channel as channel', 'channel.team_id', 'feed.team_id')
    .select(['feed.id', 'team.id as team', 'team.name', 'team.language', 'channel.title'])
    .where('feed.id', '=', id)
    .executeTakeFirst();
  if (!feed) return null;
  const rows = await db
    .selectFrom('report')
    .selectAll()
    .where('team_id', '=', feed.team)
    .where('state', '=', 'published')
    .orderBy('number', 'desc')
    .limit(PER_PAGE)
    .execute();
  const corrections = await correctionsOf(
    db,
    rows.map((row) => row.id),
  );
  return atom({
    id: `urn:uuid:${feed.id}`,
    title: feed.title ?? feed.name,
    language: feed.language,
    page: `${origin}/teams/${feed.team}/reports`,
    self,
    entries: rows.flatMap((row) =>
      row.published_at === null || row.updated_at === null
        ? []
        : [
            entryOf(
              {
                id: row.id,
                number: row.number,
                content: row.content,
                figures: row.figures,
                author: row.author_name,
                language: feed.language,
                publishedAt: row.published_at,
                updatedAt: row.updated_at,
                corrections: corrections.get(row.id) ?? [],
              },
              `${origin}/reports/${row.id}`,
            ),
          ],
    ),
  });
}
