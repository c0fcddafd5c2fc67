import type { Db } from '../database/database.ts';
import { withoutMailing, type Mailing, type MailingOf } from './mailings.ts';
import { zonesOf } from './zones.ts';

export interface TeamReader {
  readonly email: string;
  /** Their own, else the team's. */
  readonly language: 'en' | 'de';
  /** The time zone in which they read dates. */
  readonly zone: string;
  readonly mailing: MailingOf;
}

/** Everybody in a team who has not switched such mails off. */
export async function readersIn(db: Db, team: string, mailing: Mailing): Promise<TeamReader[]> {
  const members = await db
    .selectFrom('team_member')
    .innerJoin('team', 'team.id', 'team_member.team_id')
    .innerJoin('user', 'user.id', 'team_member.user_id')
    .select(['user.id', 'user.email', 'user.language', 'team.language as team_language'])
    .where('team_member.team_id', '=', team)
    .execute();
  const people = members.map(({ id }) => id);
  const without = await withoutMailing(db, people, mailing, team);
  const zoneOf = await zonesOf(db, people);
  return members
    .filter(({ id }) => !without.has(id))
    .map(({ id, email, language, team_language }) => ({
      email,
      language: language ?? team_language,
      zone: zoneOf(id),
      mailing: { user: id, mailing, team },
    }));
}
