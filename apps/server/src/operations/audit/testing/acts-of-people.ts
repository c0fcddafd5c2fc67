import type { Invitation, JoinRequest } from '@rondo/contract';
import { browser } from '../../../testing/browser.ts';
import { bodyOf, joined, mailTo, PASSWORD, stranger } from '../../../testing/people.ts';
import type { ActName } from '../acts.ts';
import {
  server,
  owner,
  ben,
  adas,
  organization,
  from,
  some,
  ok,
  madeWebhook,
  teamIn,
  anotherOrganization,
  network,
  ada,
  team,
  type Case,
} from './deeds.ts';

/** How acts about accounts, teams and organizations come about, and all that is written down then. */
export const ACTS_OF_PEOPLE: Partial<Record<ActName, Case>> = {
  'account-made': {
    work: async () => {
      await stranger(server, 'Eve');
    },
    says: () => [
      { act: 'account-made', actor: some, network: some, by: 'sign-up' },
      { act: 'signed-in', actor: some, network: some, session: some },
    ],
  },
  'signed-in': {
    work: () =>
      ok(
        browser(server.url).post(
          '/api/auth/sign-in/email',
          { email: ben.email, password: PASSWORD },
          from,
        ),
      ),
    says: () => [{ act: 'signed-in', actor: ben.id, network, session: some }],
  },
  'session-ended': {
    work: async () => {
      const there = browser(server.url);
      await there.post('/api/auth/sign-in/email', { email: ben.email, password: PASSWORD });
      await ok(there.post('/api/auth/sign-out'));
    },
    says: () => [
      { act: 'signed-in', actor: ben.id, network: some, session: some },
      { act: 'session-ended', actor: ben.id, session: some },
    ],
  },
  'password-changed': {
    work: () =>
      ok(
        ben.there.post(
          '/api/auth/change-password',
          { currentPassword: PASSWORD, newPassword: PASSWORD },
          from,
        ),
      ),
    says: () => [{ act: 'password-changed', actor: ben.id, network, by: 'change' }],
  },
  'invitation-made': {
    work: async () => {
      await ok(ada.post(`/api/teams/${team}/invitations/link`, {}));
      await ok(ada.post(`/api/teams/${team}/invitations/mail`, { emails: ['cy@example.org'] }));
    },
    says: () =>
      ['link', 'mail'].map((kind) => ({
        act: 'invitation-made',
        actor: adas,
        invitation: some,
        team,
        kind,
      })),
  },
  'invitation-used': {
    work: async () => {
      const { token } = await mailTo(server, 'cy@example.org');
      await ok(
        browser(server.url).post('/api/invitations/join', {
          token,
          name: 'Cy Personal',
          password: PASSWORD,
        }),
      );
    },
    says: () => [
      { act: 'invitation-used', actor: some, invitation: some, team },
      { act: 'account-made', actor: some, network: some, by: 'invitation' },
      { act: 'signed-in', actor: some, network: some, session: some },
    ],
  },
  'invitation-withdrawn': {
    before: async () =>
      bodyOf<{ invitation: Invitation }>(await ada.post(`/api/teams/${team}/invitations/link`, {}))
        .invitation.id,
    work: (invitation) => ok(ada.send('DELETE', `/api/invitations/${invitation}`)),
    says: (invitation) => [{ act: 'invitation-withdrawn', actor: adas, invitation, team }],
  },
  'team-made': {
    work: () => ok(ada.post('/api/teams', { organization, name: 'A name of a team' })),
    says: () => [{ act: 'team-made', actor: adas, team: some }],
  },
  'team-changed': {
    work: () => ok(ada.send('PATCH', `/api/teams/${team}`, { name: 'Renamed', idleEndDays: 9 })),
    says: () => [{ act: 'team-changed', actor: adas, team, settings: 'idleEndDays,name' }],
  },
  'guest-policy-changed': {
    work: () => ok(ada.send('PATCH', `/api/teams/${team}`, { guests: 'no' })),
    says: () => [{ act: 'guest-policy-changed', actor: adas, team, guests: 'no' }],
  },
  'role-changed': {
    work: () => ok(ada.send('PUT', `/api/teams/${team}/members/${ben.id}`, { role: 'lead' })),
    says: () => [{ act: 'role-changed', actor: adas, team, member: ben.id, role: 'lead' }],
  },
  'member-removed': {
    before: async () => (await joined(server, owner, 'Dee')).id,
    work: (member) => ok(ada.send('DELETE', `/api/teams/${team}/members/${member}`)),
    says: (member) => [{ act: 'member-removed', actor: adas, team, member }],
  },
  'team-joined': {
    before: () => teamIn(organization, { isPublic: true }),
    work: (public_) => ok(ben.there.post(`/api/teams/${public_}/join`)),
    says: (public_) => [{ act: 'team-joined', actor: ben.id, team: public_ }],
  },
  'team-archived': {
    before: () => teamIn(organization),
    work: (away) => ok(ada.post(`/api/teams/${away}/archive`)),
    says: (away) => [{ act: 'team-archived', actor: adas, team: away }],
  },
  'team-restored': {
    before: async () => {
      const away = await teamIn(organization);
      await ok(ada.post(`/api/teams/${away}/archive`));
      return away;
    },
    work: (away) => ok(ada.post(`/api/teams/${away}/restore`)),
    says: (away) => [{ act: 'team-restored', actor: adas, team: away }],
  },
  'team-moved': {
    before: () => anotherOrganization(),
    work: async (from) => ok(ada.post(`/api/teams/${await teamIn(from)}/move`, { organization })),
    says: (from) => [
      { act: 'team-made', actor: adas, team: some },
      { act: 'team-moved', actor: adas, team: some, from, to: organization },
    ],
  },
  'team-merged': {
    before: () => teamIn(organization),
    work: async (into) => ok(ada.post(`/api/teams/${await teamIn(organization)}/merge`, { into })),
    says: (into) => [
      { act: 'team-made', actor: adas, team: some },
      { act: 'team-merged', actor: adas, team: some, into },
    ],
  },
  'organization-made': {
    work: anotherOrganization,
    says: () => [{ act: 'organization-made', actor: adas, organization: some }],
  },
  'organization-changed': {
    work: () =>
      ok(
        ada.send('PATCH', `/api/organizations/${organization}`, {
          joining: 'ask',
          name: 'Renamed',
        }),
      ),
    says: () => [
      { act: 'organization-changed', actor: adas, organization, settings: 'joining,name' },
    ],
  },
  'organization-role-changed': {
    work: () =>
      ok(ada.send('PUT', `/api/organizations/${organization}/people/${ben.id}`, { role: 'admin' })),
    says: () => [
      {
        act: 'organization-role-changed',
        actor: adas,
        organization,
        member: ben.id,
        role: 'admin',
      },
    ],
  },
  'organization-member-removed': {
    before: async () => (await joined(server, owner, 'Fay')).id,
    work: (member) => ok(ada.send('DELETE', `/api/organizations/${organization}/people/${member}`)),
    says: (member) => [{ act: 'organization-member-removed', actor: adas, organization, member }],
  },
  'domain-verified': {
    work: () =>
      ok(ada.post(`/api/organizations/${organization}/domains`, { email: 'ada@example.org' })),
    says: () => [{ act: 'domain-verified', actor: adas, organization }],
  },
  'request-answered': {
    before: async () => {
      const gus = await stranger(server, 'Gustav');
      await ok(gus.post(`/api/organizations/${organization}/join`));
      return (
        bodyOf<{ requests: JoinRequest[] }>(
          await ada.get(`/api/organizations/${organization}/requests`),
        ).requests[0]?.id ?? ''
      );
    },
    work: (request) => ok(ada.post(`/api/requests/${request}/answer`, { answer: 'no' })),
    says: () => [
      { act: 'request-answered', actor: adas, organization, member: some, answer: 'no' },
    ],
  },
  'organization-joined': {
    before: async () => {
      const changed = { joining: 'join' };
      await ok(ada.send('PATCH', `/api/organizations/${organization}`, changed));
      return '';
    },
    work: async () => {
      const ivy = await stranger(server, 'Ivy');
      await ok(ivy.post(`/api/organizations/${organization}/join`));
    },
    says: () => [
      { act: 'account-made', actor: some, network: some, by: 'sign-up' },
      { act: 'signed-in', actor: some, network: some, session: some },
      { act: 'organization-joined', actor: some, organization },
    ],
  },
  'domain-removed': {
    work: () => ok(ada.send('DELETE', `/api/organizations/${organization}/domains/example.org`)),
    says: () => [{ act: 'domain-removed', actor: adas, organization }],
  },
  'webhook-made': {
    work: () => madeWebhook(),
    says: () => [{ act: 'webhook-made', actor: adas, webhook: some, form: 'slack' }],
  },
};
