import type { OfferedOrganization } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { domainOf } from './domains.ts';
import { enterOrganization } from './enter.ts';
import { PUBLIC_MAIL_DOMAINS } from './public-mail-domains.ts';
import { ask } from './requests.ts';

interface Person {
  readonly id: string;
  readonly email: string;
}

/** A company with many organizations shows the oldest of them. */
const MOST = 20;

/**
 * Organizations that somebody is not in and may join, as their address, verified when the account was
 * made, is of one of the organization's domains.
 * @param dbForAll as these are not the person's organizations yet
 */
export async function offeredTo(dbForAll: Db, user: Person): Promise<OfferedOrganization[]> {
  const rows = await offers(dbForAll, user)
    .leftJoin('join_request as request', (join) =>
      join
        .onRef('request.organization_id', '=', 'organization.id')
        .on('request.user_id', '=', user.id)
        .on('request.team_id', 'is', null),
    )
    .select(['organization.id', 'organization.name', 'joining.way', 'request.id as request'])
    .orderBy('organization.created_at')
    .limit(MOST)
    .execute();
  return rows.map(({ id, name, way, request }) => ({
    id,
    name,
    joining: way === 'join' ? 'join' : 'ask',
    asked: request,
  }));
}

/** Joins one that is offered, or asks to. @returns whether they are in it now. Throws `not-found` */
export async function joinOffered(
  dbForAll: Db,
  user: Person,
  organization: string,
): Promise<boolean> {
  return dbForAll.transaction().execute(async (tx) => {
    const offer = await offers(tx, user)
      .select('joining.way')
      .where('organization.id', '=', organization)
      .executeTakeFirst();
    if (!offer) throw problem('not-found');
    if (offer.way === 'ask') {
      await ask(tx, user.id, { organization, team: null });
      return false;
    }
    await enterOrganization(tx, organization, user.id);
    await record(tx, { act: 'organization-joined', actor: user.id, about: { organization } });
    return true;
  });
}

const offers = (db: Db, { id, email }: Person) =>
  db
    .selectFrom('organization_domain as domain')
    .innerJoin('organization', 'organization.id', 'domain.organization_id')
    .innerJoin('organization_joining as joining', 'joining.organization_id', 'organization.id')
    .innerJoin('user', (join) => join.on('user.id', '=', id).on('user.email_verified', '=', true))
    .where('domain.domain', '=', PUBLIC_MAIL_DOMAINS.has(domainOf(email)) ? '' : domainOf(email))
    .where('joining.way', '!=', 'off')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('organization_member')
            .select('organization_member.user_id')
            .whereRef('organization_member.organization_id', '=', 'organization.id')
            .where('organization_member.user_id', '=', id),
        ),
      ),
    );
