import type { Me } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { condition } from '../teams/open.ts';
import { ownsServer } from './claim.ts';

/** Who somebody is, with all organizations and the teams they are in. */
export async function readMe(db: Db, userId: string): Promise<Me> {
  const person = await db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'language'])
    .where('id', '=', userId)
    .executeTakeFirst();
  // Deleted in the blink between the session and here.
  if (!person) throw problem('signed-out');
  const organizations = await db
    .selectFrom('organization_member')
    .innerJoin('organization', 'organization.id', 'organization_member.organization_id')
    .leftJoin('organization_billing as billing', (join) =>
      join
        .onRef('billing.organization_id', '=', 'organization_member.organization_id')
        .onRef('billing.user_id', '=', 'organization_member.user_id'),
    )
    .select(['organization.id', 'organization.name', 'organization_member.role'])
    .select('billing.user_id as billing')
    .where('organization_member.user_id', '=', userId)
    .orderBy('organization.created_at')
    .execute();
  const teams = await db
    .selectFrom('team_member')
    .innerJoin('team', 'team.id', 'team_member.team_id')
    .leftJoin('team_state', 'team_state.team_id', 'team.id')
    .select(['team.id', 'team.name', 'team.organization_id', 'team_member.role'])
    .select(condition.as('condition'))
    .where('team_member.user_id', '=', userId)
    .orderBy('team.created_at')
    .execute();
  return {
    ...person,
    ownsServer: await ownsServer(db, userId),
    organizations: organizations.map(({ id, name, role, billing }) => ({
      id,
      name,
      role: role === 'member' && billing !== null ? ('billing' as const) : role,
      teams: teams
        .filter((team) => team.organization_id === id)
        .map((team) => ({
          id: team.id,
          name: team.name,
          role: team.role,
          condition: team.condition,
        })),
    })),
  };
}

export interface Change {
  readonly name?: string | undefined;
  readonly language?: 'en' | 'de' | null | undefined;
}

export async function changeMe(db: Db, userId: string, { name, language }: Change): Promise<void> {
  await db
    .updateTable('user')
    .set({
      ...(name !== undefined && { name }),
      ...(language !== undefined && { language }),
      updated_at: new Date(),
    })
    .where('id', '=', userId)
    .execute();
}
