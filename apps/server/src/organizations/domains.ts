import type { Domain } from '@rondo/contract';
import { sql } from 'kysely';
import { findPersonByEmail } from '../accounts/people.ts';
import type { App } from '../app.ts';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { hashToken, newToken } from '../secret-token.ts';
import { needOrganization } from './access.ts';
import { domainLetter } from './letters.ts';
import { PUBLIC_MAIL_DOMAINS } from './public-mail-domains.ts';

/** How long the mailed link works, hours. */
const LINK_HOURS = 24;

/** What stands behind the @, in small letters. */
export const domainOf = (email: string): string =>
  email.slice(email.lastIndexOf('@') + 1).toLowerCase();

export async function listDomains(db: Db, user: string, organization: string): Promise<Domain[]> {
  await needOrganization(db, user, organization, 'manage');
  const rows = await db
    .selectFrom('organization_domain')
    .select(['domain', 'verified_at'])
    .where('organization_id', '=', organization)
    .orderBy('domain')
    .execute();
  return rows.map(({ domain, verified_at }) => ({
    domain,
    verifiedAt: verified_at.toISOString(),
  }));
}

/**
 * Begins to show that a domain is the organization's: one's own address does at once, as it was
 * verified when the account was made; any other is mailed a link. Throws `not-allowed` for domains
 * where anybody gets an address.
 * @returns whether it is verified now
 */
export async function addDomain(
  { db, dbForAll, post }: Pick<App, 'db' | 'dbForAll' | 'post'>,
  user: { id: string; name: string; email: string },
  organization: string,
  email: string,
): Promise<boolean> {
  await needOrganization(db, user.id, organization, 'manage');
  const domain = domainOf(email);
  if (PUBLIC_MAIL_DOMAINS.has(domain)) throw problem('not-allowed');
  if (email.toLowerCase() === user.email.toLowerCase()) {
    await db.transaction().execute((tx) => verify(tx, user.id, organization, domain));
    return true;
  }
  const token = newToken();
  const { name } = await db
    .selectFrom('organization')
    .select('name')
    .where('id', '=', organization)
    .executeTakeFirstOrThrow();
  // Nobody reads these rows, and whether the address has an account is not the asker's to know.
  await dbForAll.transaction().execute(async (tx) => {
    await tx
      .insertInto('domain_proof')
      .values({
        token_hash: hashToken(token),
        organization_id: organization,
        domain,
        asked_by: user.id,
        expires_at: sql<Date>`now() + make_interval(hours => ${LINK_HOURS})`,
      })
      .execute();
    const reader = await findPersonByEmail(tx, email);
    const asker = await findPersonByEmail(tx, user.email);
    const letter = domainLetter(reader?.language ?? asker?.language ?? 'en', {
      by: user.name,
      organization: name,
      domain,
      url: post.link(`/verify-domain#${token}`),
    });
    await post.queue(tx, { to: email, kind: 'verify-domain', letter });
  });
  return false;
}

/** Follows the mailed link, once; only whoever manages the organization may. Throws `expired`. */
export async function confirmDomain(
  dbForAll: Db,
  user: string,
  token: string,
): Promise<{ organization: string; domain: string }> {
  // The table of links is for nobody to read.
  return dbForAll.transaction().execute(async (tx) => {
    const proof = await tx
      .deleteFrom('domain_proof')
      .where('token_hash', '=', hashToken(token))
      .where('expires_at', '>', sql<Date>`now()`)
      .returning(['organization_id', 'domain'])
      .executeTakeFirst();
    if (!proof) throw problem('expired');
    const { organization_id: organization, domain } = proof;
    await needOrganization(tx, user, organization, 'manage');
    await verify(tx, user, organization, domain);
    return { organization, domain };
  });
}

export async function removeDomain(
  db: Db,
  user: string,
  organization: string,
  domain: string,
): Promise<void> {
  await needOrganization(db, user, organization, 'manage');
  await db.transaction().execute(async (tx) => {
    const removed = await tx
      .deleteFrom('organization_domain')
      .where('organization_id', '=', organization)
      .where('domain', '=', domain.toLowerCase())
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw problem('not-found');
    await record(tx, { act: 'domain-removed', actor: user, about: { organization } });
  });
}

async function verify(tx: Db, user: string, organization: string, domain: string): Promise<void> {
  const added = await tx
    .insertInto('organization_domain')
    .values({ organization_id: organization, domain, verified_by: user })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 0n)
    await record(tx, { act: 'domain-verified', actor: user, about: { organization } });
}
