import { makeOrganization } from '../accounts/organizations.ts';
import { needSeen } from '../database/seen.ts';
import { signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { record } from '../operations/audit/record.ts';
import { addDomain, confirmDomain, listDomains, removeDomain } from './domains.ts';
import { joinOffered, offeredTo } from './offered.ts';
import { changeOrganization, readOrganization } from './organization.ts';
import { listPeople } from './people.ts';
import { answerRequest, listRequests, withdrawRequest } from './requests.ts';
import { removeFromOrganization, setOrganizationRole, transferOwnership } from './roles.ts';
import { listTeams } from './teams.ts';

const NEW: Limit = { name: 'new-organization', most: 10, seconds: 3_600 };
/** Each is a mail to an address that somebody merely typed. */
const DOMAINS: Limit = { name: 'verify-domain', most: 10, seconds: 3_600 };
const ASKS: Limit = { name: 'ask-to-join', most: 60, seconds: 3_600 };

export const organizationsRouter = signedIn.organizations.router({
  offered: signedIn.organizations.offered.handler(async ({ context: { app, user } }) => ({
    organizations: await offeredTo(app.dbForAll, user),
  })),
  create: signedIn.organizations.create.handler(async ({ context: { app, user }, input }) => {
    await app.limits.count(NEW, user.id);
    const person = await app.db
      .selectFrom('user')
      .select('language')
      .where('id', '=', user.id)
      .executeTakeFirstOrThrow();
    // It is nobody's until its owner is in it.
    return app.dbForAll.transaction().execute(async (tx) => {
      const made = await makeOrganization(tx, {
        ...input,
        owner: user.id,
        language: person.language ?? 'en',
        idleEndDays: app.settings.idleEndDays,
      });
      const about = { organization: made.organization };
      await record(tx, { act: 'organization-made', actor: user.id, about });
      return made;
    });
  }),
  get: signedIn.organizations.get.handler(({ context: { app, user }, input }) =>
    readOrganization(app.db, user.id, input.organization),
  ),
  change: signedIn.organizations.change.handler(
    async ({ context: { app, user }, input: { organization, ...changes } }) => {
      await changeOrganization(app.db, user.id, organization, changes);
      return readOrganization(app.db, user.id, organization);
    },
  ),
  people: signedIn.organizations.people.handler(({ context: { app, user }, input }) =>
    listPeople(app.db, user.id, input),
  ),
  setRole: signedIn.organizations.setRole.handler(async ({ context: { app, user }, input }) => {
    await setOrganizationRole(app.db, user.id, input);
    return {};
  }),
  removePerson: signedIn.organizations.removePerson.handler(
    async ({ context: { app, user }, input: { organization, person } }) => {
      await removeFromOrganization(app.db, user.id, organization, person);
      // Whoever was removed leaves the running meetings of its teams at once.
      app.live.poke(`revoked:user:${person}`);
      return {};
    },
  ),
  transfer: signedIn.organizations.transfer.handler(
    async ({ context: { app, user }, input: { organization, person } }) => {
      await transferOwnership(app.db, user.id, organization, person);
      return {};
    },
  ),
  teams: signedIn.organizations.teams.handler(({ context: { app, user }, input }) =>
    listTeams(app.db, user.id, input),
  ),
  domains: signedIn.organizations.domains.handler(async ({ context: { app, user }, input }) => ({
    domains: await listDomains(app.db, user.id, input.organization),
  })),
  addDomain: signedIn.organizations.addDomain.handler(
    async ({ context: { app, user }, input: { organization, email } }) => {
      await app.limits.count(DOMAINS, user.id);
      return { verified: await addDomain(app, user, organization, email) };
    },
  ),
  confirmDomain: signedIn.organizations.confirmDomain.handler(({ context: { app, user }, input }) =>
    confirmDomain(app.dbForAll, user.id, input.token),
  ),
  removeDomain: signedIn.organizations.removeDomain.handler(
    async ({ context: { app, user }, input: { organization, domain } }) => {
      await removeDomain(app.db, user.id, organization, domain);
      return {};
    },
  ),
  join: signedIn.organizations.join.handler(async ({ context: { app, user }, input }) => {
    await app.limits.count(ASKS, user.id);
    return { joined: await joinOffered(app.dbForAll, user, input.organization) };
  }),
  requests: signedIn.organizations.requests.handler(async ({ context: { app, user }, input }) => {
    await needSeen(app.db, 'organization', input.organization);
    return { requests: await listRequests(app.dbForAll, user.id, input.organization) };
  }),
  answer: signedIn.organizations.answer.handler(async ({ context: { app, user }, input }) => {
    await answerRequest(app.db, user.id, input.request, input.answer);
    return {};
  }),
  withdraw: signedIn.organizations.withdraw.handler(async ({ context: { app, user }, input }) => {
    await withdrawRequest(app.db, user.id, input.request);
    return {};
  }),
});
