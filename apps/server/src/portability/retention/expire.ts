import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { notify } from '../../notifications/notify.ts';
import { record } from '../../operations/audit/record.ts';
import { leadsOf } from '../../teams/leads.ts';
import { forgetMeetings } from './forget-meetings.ts';

/** The leads are told so long before anything is deleted, days. */
const NOTICE_DAYS = 7;
const DAY = 86_400_000;
/** Meetings of one team that go in one transaction. */
const AT_ONCE = 200;

/** Every night: deletes what was kept long enough and was announced, and announces what comes next. */
export async function keepRetention(db: Db, now: Date): Promise<void> {
  const teams = await db.selectFrom('team_retention').selectAll().orderBy('team_id').execute();
  for (const team of teams) {
    const isTold =
      team.warned_at !== null && now.getTime() - team.warned_at.getTime() >= NOTICE_DAYS * DAY;
    if (isTold && team.warned_until !== null) {
      const until = earlier(team.warned_until, monthsBefore(now, team.months));
      await deleteOlder(db, team.team_id, until);
    }
    if (team.warned_at === null || isTold) await announce(db, team, now);
  }
}

/** What ended before then is over. On a day that the month does not have, its last. */
export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  const day = then.getUTCDate();
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(day, last));
  return then;
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

async function deleteOlder(db: Db, team: string, until: Date): Promise<void> {
  for (;;) {
    const gone = await db.transaction().execute(async (tx) => {
      const rows = await tx
        .selectFrom('meeting')
        .select('id')
        .where('team_id', '=', team)
        .where('status', '=', 'ended')
        .where('ended_at', '<', until)
        .orderBy('ended_at')
        .limit(AT_ONCE)
        .forUpdate()
        .execute();
      await forgetMeetings(
        tx,
        rows.map(({ id }) => id),
      );
      if (rows.length > 0) {
        const about = { team, meetings: String(rows.length) };
        await record(tx, { act: 'meetings-expired', actor: null, about });
      }
      return rows.length;
    });
    if (gone < AT_ONCE) break;
  }
  // Open ones are promises still, however old.
  await db
    .deleteFrom('task')
    .where('team_id', '=', team)
    .where('status', '!=', 'open')
    .where('closed_at', '<', until)
    .execute();
}

/** Tells the leads how many meetings go in a week; nothing is announced where none do. */
async function announce(
  db: Db,
  { team_id: team, months }: { team_id: string; months: number },
  now: Date,
): Promise<void> {
  const until = monthsBefore(new Date(now.getTime() + NOTICE_DAYS * DAY), months);
  await db.transaction().execute(async (tx) => {
    const { meetings } = await tx
      .selectFrom('meeting')
      .select((e) => e.fn.countAll<number>().as('meetings'))
      .where('team_id', '=', team)
      .where('status', '=', 'ended')
      .where('ended_at', '<', until)
      .executeTakeFirstOrThrow();
    const isAny = meetings > 0;
    const { numUpdatedRows } = await tx
      .updateTable('team_retention')
      .set({ warned_at: isAny ? now : null, warned_until: isAny ? until : null })
      .where('team_id', '=', team)
      // Changed by a lead meanwhile: the next night begins anew.
      .where('months', '=', months)
      .executeTakeFirst();
    if (!isAny || numUpdatedRows === 0n) return;
    await notify(tx, {
      kind: 'retention-soon',
      to: await leadsOf(tx, team),
      team,
      about: { meetings: String(meetings) },
      once: `${team} ${until.toISOString().slice(0, 10)}`,
    });
  });
}

/** How many meetings are older than that by now. */
export async function countOlder(db: Db, team: string, months: number | null): Promise<number> {
  if (months === null) return 0;
  const { n } = await db
    .selectFrom('meeting')
    .select(sql<string>`count(*)`.as('n'))
    .where('team_id', '=', team)
    .where('status', '=', 'ended')
    .where('ended_at', '<', monthsBefore(new Date(), months))
    .executeTakeFirstOrThrow();
  return Number(n);
}
