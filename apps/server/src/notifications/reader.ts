import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { zonesOf } from '../mail/zones.ts';
import type { Language } from './sentences.ts';

/** Where somebody reads mails, in which language, their own or else that of their first team, and in which zone. */
export async function readerOf(
  db: Db,
  user: string,
): Promise<{ email: string; language: Language; zone: string }> {
  const { email, language } = await db
    .selectFrom('user')
    .select([
      'email',
      sql<string | null>`coalesce("user".language, (
        select team.language from team_member join team on team.id = team_member.team_id
        where team_member.user_id = "user".id order by team.created_at limit 1))`.as('language'),
    ])
    .where('id', '=', user)
    .executeTakeFirstOrThrow();
  const zone = (await zonesOf(db, [user]))(user);
  return { email, language: language === 'de' ? 'de' : 'en', zone };
}
