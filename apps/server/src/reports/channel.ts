import { randomUUIDv7 } from 'node:crypto';
import type { FigureName, ReportChannel } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { badInput } from '../http/problem.ts';
import { setMailing, withoutMailing } from '../mail/mailings.ts';
import { newKey } from '../meetings/new-key.ts';
import { record } from '../operations/audit/record.ts';
import { needLead, needRole } from '../teams/access.ts';
import { needOpen } from '../teams/open.ts';
import { feedPath } from './private-feed.ts';

/** Makes a team's channel where it is missing. */
export async function makeChannel(db: Db, team: string): Promise<void> {
  await db
    .insertInto('report_channel')
    .values({ team_id: team, key: newKey<string>() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The next number of a team's reports, which is given to nobody else: also when drafts come at once. */
export async function takeNumber(
  tx: Db,
  team: string,
): Promise<{ number: number; figures: FigureName[] }> {
  await makeChannel(tx, team);
  const row = await tx
    .updateTable('report_channel')
    .set({ next_number: sql<number>`next_number + 1` })
    .where('team_id', '=', team)
    .returning(['next_number', 'figures'])
    .executeTakeFirstOrThrow();
  return { number: row.next_number - 1, figures: row.figures };
}

export interface Ports {
  db: Db;
  /** Counts subscribers, whose addresses nobody who is signed in may see. */
  dbForAll: Db;
  linkSecret: string;
}

/** What all reports of a team have in common, as one of its members sees it. */
export async function channelFor(
  { db, dbForAll, linkSecret }: Ports,
  origin: string,
  user: string,
  team: string,
): Promise<ReportChannel> {
  const role = await needRole(db, user, team);
  await makeChannel(db, team);
  const channel = await db
    .selectFrom('report_channel')
    .selectAll()
    .where('team_id', '=', team)
    .executeTakeFirstOrThrow();
  const reader = await db
    .selectFrom('report_reader')
    .select('team_id')
    .where('team_id', '=', team)
    .where('user_id', '=', user)
    .executeTakeFirst();
  const without = await withoutMailing(db, [user], 'report', team);
  const feed = await feedPath(db, linkSecret, { user, team });
  return {
    title: channel.title,
    nextNumber: channel.next_number,
    figures: channel.figures,
    url: `${origin}/r/${channel.key}`,
    feed: `${origin}/r/${channel.key}/feed`,
    subscribers: role === 'lead' ? await subscribersOf(dbForAll, team) : null,
    mailed: reader !== undefined && !without.has(user),
    privateFeed: feed === null ? null : `${origin}${feed}`,
  };
}

async function subscribersOf(db: Db, team: string): Promise<number> {
  const { count } = await db
    .selectFrom('report_subscriber')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('team_id', '=', team)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

interface ChannelChange {
  team: string;
  title?: string | null | undefined;
  nextNumber?: number | undefined;
  figures?: FigureName[] | undefined;
}

/** Changes what leads decide. A number can only be moved up: those that were given are never given again. */
export async function changeChannel(db: Db, user: string, change: ChannelChange): Promise<void> {
  const { team, title, nextNumber, figures } = change;
  await needLead(db, user, team);
  await db.transaction().execute(async (tx) => {
    await needOpen(tx, team);
    await makeChannel(tx, team);
    const now = await tx
      .selectFrom('report_channel')
      .select('next_number')
      .where('team_id', '=', team)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (nextNumber !== undefined && nextNumber < now.next_number) {
      throw badInput(`nextNumber: is ${now.next_number} or more; lower ones were given already`);
    }
    await tx
      .updateTable('report_channel')
      .set({
        // A column that is not named stays as it is.
        ...(title !== undefined && { title }),
        ...(nextNumber !== undefined && { next_number: nextNumber }),
        ...(figures !== undefined && { figures }),
        team_id: team,
      })
      .where('team_id', '=', team)
      .execute();
    await record(tx, { act: 'report-channel-changed', actor: user, about: { team } });
  });
}

/** Whether a member gets the team's reports by mail. */
export async function follow(
  db: Db,
  user: string,
  { team, mailed }: { team: string; mailed: boolean },
): Promise<void> {
  await needRole(db, user, team);
  if (mailed) {
    await wantReports(db, user, team);
    await db
      .insertInto('report_reader')
      .values({ id: randomUUIDv7(), team_id: team, user_id: user })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await db
      .deleteFrom('report_reader')
      .where('team_id', '=', team)
      .where('user_id', '=', user)
      .execute();
  }
}

/** Takes back that somebody has switched such mails off; those of other teams that were off with it stay so. */
async function wantReports(db: Db, user: string, team: string): Promise<void> {
  const mailing = { user, mailing: 'report', team: null } as const;
  if ((await withoutMailing(db, [user], 'report', null)).size > 0) {
    await db.deleteFrom('report_reader').where('user_id', '=', user).execute();
    await setMailing(db, mailing, true);
  }
  await setMailing(db, { ...mailing, team }, true);
}
