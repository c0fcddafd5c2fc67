import type { Language } from '../accounts/letters.ts';
import type { Db } from '../database/database.ts';

export interface Recipient {
  readonly id: string;
  readonly email: string;
  readonly language: Language | null;
}

/** Owners of an organization, and who looks after its payment. */
export const payersOf = (tx: Db, organization: string): Promise<Recipient[]> =>
  tx
    .selectFrom('organization_member as member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .leftJoin('organization_billing as billing', (join) =>
      join
        .onRef('billing.organization_id', '=', 'member.organization_id')
        .onRef('billing.user_id', '=', 'member.user_id'),
    )
    .select(['user.id', 'user.email', 'user.language'])
    .where('member.organization_id', '=', organization)
    .where((e) => e.or([e('member.role', '=', 'owner'), e('billing.user_id', 'is not', null)]))
    .execute();

/** Its name, and the language of its first team, for people who have chosen none. */
export async function addressed(
  tx: Db,
  organization: string,
): Promise<{ name: string; language: Language }> {
  const row = await tx
    .selectFrom('organization')
    .leftJoin('team', 'team.organization_id', 'organization.id')
    .select(['organization.name', 'team.language'])
    .where('organization.id', '=', organization)
    .orderBy('team.created_at')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { name: row.name, language: row.language ?? 'en' };
}
