import type { Db } from '../../database/database.ts';
import { signedIn } from '../../http/endpoints.ts';
import { record } from '../../operations/audit/record.ts';
import { managesTeam, needLead, needRole } from '../../teams/access.ts';
import { countOlder } from './expire.ts';

async function retentionOf(
  db: Db,
  team: string,
): Promise<{ months: number | null; older: number }> {
  const row = await db
    .selectFrom('team_retention')
    .select('months')
    .where('team_id', '=', team)
    .executeTakeFirst();
  const months = row?.months ?? null;
  return { months, older: await countOlder(db, team, months) };
}

export const retentionRouter = signedIn.retention.router({
  get: signedIn.retention.get.handler(async ({ context: { app, user }, input: { team } }) => {
    if (!(await managesTeam(app.db, user.id, team))) await needRole(app.db, user.id, team);
    return retentionOf(app.db, team);
  }),
  set: signedIn.retention.set.handler(
    async ({ context: { app, user }, input: { team, months } }) => {
      await needLead(app.db, user.id, team);
      await app.db.transaction().execute(async (tx) => {
        await tx.deleteFrom('team_retention').where('team_id', '=', team).execute();
        // Anew: what was announced under another rule does not count.
        if (months !== null)
          await tx
            .insertInto('team_retention')
            .values({ team_id: team, months, warned_at: null, warned_until: null })
            .execute();
        const about = { team, months: months === null ? 'never' : String(months) };
        await record(tx, { act: 'retention-changed', actor: user.id, about });
      });
      return retentionOf(app.db, team);
    },
  ),
});
