import type { Db } from '../database/database.ts';

/**
 * Mails that people may switch off; the other ones carry what was asked for, such as a link to sign in.
 * A closed list that only grows at its end: mailed links hold the number of an entry.
 */
export const MAILINGS = [
  'digest',
  'notice',
  'outcome',
  'reminder',
  'meeting-begun',
  'report',
] as const;

export type Mailing = (typeof MAILINGS)[number];

/** One of them, as somebody switches it off: of one team, or everywhere (null). */
export interface MailingOf {
  readonly user: string;
  readonly mailing: Mailing;
  readonly team: string | null;
}

/** Those of these people who do not want such mails of this team. */
export async function withoutMailing(
  db: Db,
  people: readonly string[],
  mailing: Mailing,
  team: string | null,
): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set();
  const rows = await db
    .selectFrom('mailing_off')
    .select('user_id')
    .where('user_id', 'in', [...people])
    .where('mailing', '=', mailing)
    .where((where) =>
      team === null
        ? where('team_id', 'is', null)
        : where.or([where('team_id', 'is', null), where('team_id', '=', team)]),
    )
    .execute();
  return new Set(rows.map((row) => row.user_id));
}

/** Whether such a mail that was put in the queue earlier may still go: nobody has switched it off or left the team since. */
export async function isStillWanted(db: Db, { user, mailing, team }: MailingOf): Promise<boolean> {
  if ((await withoutMailing(db, [user], mailing, team)).has(user)) return false;
  if (team === null) return true;
  const row = await db
    .selectFrom('team_member')
    .select('user_id')
    .where('team_id', '=', team)
    .where('user_id', '=', user)
    .executeTakeFirst();
  return row !== undefined;
}

/** @param isOn as somebody wants it from now on */
export async function setMailing(
  db: Db,
  { user, mailing, team }: MailingOf,
  isOn: boolean,
): Promise<void> {
  if (isOn) {
    await db
      .deleteFrom('mailing_off')
      .where('user_id', '=', user)
      .where('mailing', '=', mailing)
      .where('team_id', team === null ? 'is' : '=', team)
      .execute();
    return;
  }
  await db
    .insertInto('mailing_off')
    .values({ user_id: user, mailing, team_id: team })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
