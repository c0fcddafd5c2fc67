import type { Db } from '../database/database.ts';
import { arriveInOrganization } from '../portability/awaited/arrive.ts';

/** Makes somebody an ordinary member; whoever is in it stays what they are. @returns whether they are new */
export async function enterOrganization(
  tx: Db,
  organization: string,
  user: string,
): Promise<boolean> {
  const entered = await tx
    .insertInto('organization_member')
    .values({ organization_id: organization, user_id: user, role: 'member' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const isNew = entered.numInsertedOrUpdatedRows !== 0n;
  if (isNew) await arriveInOrganization(tx, organization, user);
  await tx
    .deleteFrom('join_request')
    .where('organization_id', '=', organization)
    .where('user_id', '=', user)
    .where('team_id', 'is', null)
    .execute();
  return isNew;
}
