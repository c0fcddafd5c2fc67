import type {
  AuditedAct,
  DataJob,
  Invitation,
  JoinRequest,
  Me,
  Report,
  Series,
} from '@rondo/contract';
import { describe, expect, test } from 'vitest';
import { newKey } from '../../meetings/new-key.ts';
import { keepRetention } from '../../portability/retention/expire.ts';
import { ended, fetched, sent } from '../../portability/testing/by-hand.ts';
import { aDraft } from '../../reports/testing/ship-report.ts';
import { hashToken } from '../../secret-token.ts';
import { browser, type Browser } from '../../testing/browser.ts';
import { bodyOf, claimedBy, joined, mailTo, PASSWORD, stranger } from '../../testing/people.ts';
import { testServer } from '../../testing/server.ts';
import { version } from '../../version.ts';
import { recordRun } from '../runs/runs.ts';
import { ACTS, type ActName } from './acts.ts';
import { pages, type Row } from './read.ts';
import { verifyAudit } from './verify.ts';

const server = await testServer({ RONDO_TRUSTED_PROXIES: '127.0.0.0/8, ::1' });
const { db } = server.app;
const owner = await claimedBy(server);
const { ada, team } = owner;
const ben = await joined(server, owner, 'Ben');
const me = bodyOf<Me>(await ada.get('/api/me'));
const adas = me.id;
const organization = me.organizations[0]?.id ?? '';
const from = { 'x-forwarded-for': '198.51.100.23' };

async function all(): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages(db)) rows.push(...page);
  return rows;
}

/** What was added meanwhile; the doctor looks when it likes to. */
async function recorded(work: () => Promise<unknown>): Promise<object[]> {
  const { length } = await all();
  await work();
  const rows = (await all()).slice(length).filter(({ about }) => !about.includes('"doctor"'));
  return rows.map(({ act, actor, network, about }) => ({
    act,
    actor,
    ...(network !== null && { network }),
    ...(JSON.parse(about) as object),
  }));
}

const some = expect.any(String) as string;
const ok = async (answer: Promise<{ status: number; text: string }>): Promise<void> => {
  const { status, text } = await answer;
  expect(status, text).toBe(200);
};
const command = (meeting: string, name: string, args: object = {}) =>
  server.app.live.submit(meeting as never, null, { phase: null, name, args });
const started = async (): Promise<string> =>
  bodyOf<{ meeting: string }>(
    await ada.post(`/api/teams/${team}/meetings`, {
      activity: 'start-stop-continue',
      name: 'A name of a meeting',
    }),
  ).meeting;
const madeWebhook = async (): Promise<string> => {
  const plan = { form: 'slack', name: 'A name', address: 'https://example.org/a-secret-path' };
  const made = await ada.post(`/api/teams/${team}/webhooks`, {
    ...plan,
    events: ['meeting.ended'],
  });
  return bodyOf<{ webhook: { id: string } }>(made).webhook.id;
};
const planned = async (): Promise<Series> =>
  bodyOf(
    await ada.post(`/api/teams/${team}/series`, {
      activity: 'start-stop-continue',
      name: 'A name of a series',
      number: 1,
      first: '2099-01-05T10:00',
      zone: 'UTC',
      rhythm: { every: 'week', interval: 1, on: [1] },
      until: null,
      pauses: [],
      guests: null,
      anonymous: null,
      without: [],
      options: {},
      facilitator: null,
      mail: false,
      endPrevious: false,
    }),
  );
const teamIn = async (into: string, more: object = {}): Promise<string> =>
  bodyOf<{ team: string }>(
    await ada.post('/api/teams', { organization: into, name: 'A name of a team', ...more }),
  ).team;
const anotherOrganization = async (): Promise<string> =>
  bodyOf<{ organization: string }>(
    await ada.post('/api/organizations', {
      name: 'A name of an organization',
      team: 'A name of a team',
    }),
  ).organization;
const COMPOSED = {
  category: 'workshop',
  name: 'A name of an activity',
  summary: 'We talk.',
  purpose: 'To have talked.',
  minutes: 30,
  people: { min: 2, max: 9 },
  hues: ['moss'],
  keywords: { en: [], de: [] },
  flow: [{ kind: 'discuss' }],
};

let erased: Browser;

/** A meeting that ended before teams keep anything. */
const longAgo = () =>
  db
    .insertInto('meeting')
    .values({
      id: newKey(),
      team_id: team,
      activity_id: 'start-stop-continue',
      activity_name: JSON.stringify({ en: 'Retro' }),
      hues: [],
      name: 'A name of a meeting',
      status: 'ended',
      guests: 'no',
      facilitator: '',
      ended_at: new Date('2001-01-01'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();

interface Case {
  readonly before?: () => Promise<string>;
  readonly work: (id: string) => Promise<unknown>;
  readonly says: (id: string) => readonly object[];
}

const network = '198.51.100.0/24';
const drafted = async (): Promise<string> => (await aDraft(server, owner)).id;
const publishing = (report: string) =>
  ada.post(`/api/reports/${report}/publish`, { version: 1, audience: 'private' });
const publishedReport = async (): Promise<string> => {
  const report = await drafted();
  await ok(publishing(report));
  return report;
};

/** How every act comes about, and all that is written down then. */
const CASES: Partial<Record<ActName, Case>> = {
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
    work: () =>
      ok(
        ada.post('/api/teams', { organization: me.organizations[0]?.id, name: 'A name of a team' }),
      ),
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
  'webhook-changed': {
    before: madeWebhook,
    work: (webhook) => ok(ada.send('PATCH', `/api/webhooks/${webhook}`, { name: 'Other' })),
    says: (webhook) => [{ act: 'webhook-changed', actor: adas, webhook }],
  },
  'webhook-removed': {
    before: madeWebhook,
    work: (webhook) => ok(ada.send('DELETE', `/api/webhooks/${webhook}`)),
    says: (webhook) => [{ act: 'webhook-removed', actor: adas, webhook }],
  },
  'meeting-started': {
    work: started,
    says: () => [{ act: 'meeting-started', actor: adas, meeting: some, team }],
  },
  'meeting-ended': {
    before: started,
    work: (meeting) => command(meeting, 'endMeeting'),
    says: (meeting) => [{ act: 'meeting-ended', actor: null, meeting }],
  },
  'meeting-reopened': {
    before: async () => {
      const meeting = await started();
      await command(meeting, 'endMeeting');
      return meeting;
    },
    work: (meeting) => command(meeting, 'reopenMeeting'),
    says: (meeting) => [{ act: 'meeting-reopened', actor: null, meeting }],
  },
  'report-channel-changed': {
    work: () => ok(ada.send('PATCH', `/api/teams/${team}/reports`, { title: 'Our Fridays' })),
    says: () => [{ act: 'report-channel-changed', actor: adas, team }],
  },
  'report-published': {
    before: drafted,
    work: (report) => ok(publishing(report)),
    says: (report) => [{ act: 'report-published', actor: adas, report, team, audience: 'private' }],
  },
  'report-unpublished': {
    before: publishedReport,
    work: (report) => ok(ada.post(`/api/reports/${report}/unpublish`, { version: 2 })),
    says: (report) => [{ act: 'report-unpublished', actor: adas, report, team }],
  },
  'report-corrected': {
    before: publishedReport,
    work: async (report) => {
      const { content, version: read } = bodyOf<Report>(await ada.get(`/api/reports/${report}`));
      const change = { version: read, content, note: 'A secret reason' };
      await ok(ada.post(`/api/reports/${report}/correct`, change));
    },
    says: (report) => [{ act: 'report-corrected', actor: adas, report, team }],
  },
  'report-deleted': {
    before: drafted,
    work: (report) => ok(ada.send('DELETE', `/api/reports/${report}`, {})),
    says: () => [{ act: 'report-deleted', actor: adas, team, number: some }],
  },
  'meeting-deleted': {
    before: async () => {
      const meeting = await started();
      await command(meeting, 'endMeeting');
      return meeting;
    },
    work: (meeting) => ok(ada.send('DELETE', `/api/meetings/${meeting}`)),
    says: (meeting) => [{ act: 'meeting-deleted', actor: adas, meeting }],
  },
  'participant-removed': {
    before: started,
    work: async (meeting) => {
      const person = { person: 'person-who-is-removed', name: 'Gus', role: 'member', lead: false };
      await command(meeting, 'enter', person);
      const loaded = await server.app.meetingLog.load(meeting as never);
      const host = loaded?.doc.board.facilitator ?? null;
      const { live } = server.app;
      const remove = { phase: null, name: 'removePerson', args: { person: person.person } };
      expect(await live.submit(meeting as never, host, remove)).not.toHaveProperty('refused');
      await expect
        .poll(async () => (await all()).map(({ act }) => act))
        .toContain('participant-removed');
      // Whatever else changes among the people, it is written down once.
      await command(meeting, 'enter', { ...person, person: 'another-who-comes', name: 'Hal' });
    },
    says: (meeting) => [
      { act: 'participant-removed', actor: null, meeting, participant: 'person-who-is-removed' },
    ],
  },
  'outcome-exported': {
    before: async () => {
      const meeting = await started();
      await command(meeting, 'endMeeting');
      return meeting;
    },
    work: (meeting) => ok(ada.get(`/api/meetings/${meeting}/outcome/csv`)),
    says: (meeting) => [{ act: 'outcome-exported', actor: adas, meeting, format: 'csv' }],
  },
  'outcome-mailed': {
    before: async () => {
      const meeting = await started();
      await command(meeting, 'endMeeting');
      return meeting;
    },
    work: (meeting) => ok(ada.post(`/api/meetings/${meeting}/outcome/mail`)),
    says: (meeting) => [{ act: 'outcome-mailed', actor: adas, meeting }],
  },
  'activity-shared': {
    before: async () =>
      bodyOf<{ activity: string }>(
        await ada.post(`/api/teams/${team}/activities`, { content: COMPOSED }),
      ).activity,
    work: (activity) =>
      ok(ada.send('PUT', `/api/activities/${activity}/share`, { share: 'server' })),
    says: (activity) => [{ act: 'activity-shared', actor: adas, activity, share: 'server' }],
  },
  'data-exported': {
    work: () => ok(ada.post(`/api/teams/${team}/exports`)),
    says: () => [{ act: 'data-exported', actor: adas, export: some, scope: 'team', of: team }],
  },
  'export-fetched': {
    before: async () =>
      (await ended(ada, bodyOf<DataJob>(await ada.post(`/api/teams/${team}/exports`)))).id,
    work: async (job) => expect((await fetched(server.url, ada, job)).status).toBe(200),
    says: (job) => [{ act: 'export-fetched', actor: adas, export: job }],
  },
  'data-imported': {
    before: () => sent(ada, 'x.zip', Buffer.from('no archive')),
    work: async (upload) =>
      ok(ada.post('/api/imports', { upload, organization: null, invite: false })),
    says: () => [
      { act: 'data-imported', actor: adas, import: some, organization: '', teams: 'all' },
    ],
  },
  'meeting-imported': {
    before: () => sent(ada, 'x.csv', Buffer.from('text,column\nLunch,Good\n')),
    work: (upload) =>
      ok(
        ada.post(`/api/teams/${team}/imports`, {
          upload,
          name: 'A name of a meeting',
          heldAt: '2026-01-01T10:00:00Z',
          tasks: true,
        }),
      ),
    says: () => [{ act: 'meeting-imported', actor: adas, meeting: some, team, format: 'csv' }],
  },
  'retention-changed': {
    work: () => ok(ada.send('PUT', `/api/teams/${team}/retention`, { months: 24 })),
    says: () => [{ act: 'retention-changed', actor: adas, team, months: '24' }],
  },
  'meetings-expired': {
    before: async () => {
      await ok(ada.send('PUT', `/api/teams/${team}/retention`, { months: 119 }));
      return (await longAgo()).id;
    },
    work: async () => {
      await keepRetention(db, new Date());
      await keepRetention(db, new Date(Date.now() + 8 * 86_400_000));
    },
    says: () => [{ act: 'meetings-expired', actor: null, team, meetings: '1' }],
  },
  'account-erased': {
    before: async () => {
      const kim = await joined(server, owner, 'Kim');
      erased = kim.there;
      return kim.id;
    },
    work: () => ok(erased.post('/api/me/erasure', { password: PASSWORD })),
    says: (account) => [{ act: 'account-erased', actor: account, account }],
  },
  'series-changed': {
    work: async () => {
      const { id } = await planned();
      await ok(ada.send('PATCH', `/api/series/${id}`, { name: 'Another name' }));
      await ok(ada.post(`/api/series/${id}/pause`));
      await ok(ada.post(`/api/series/${id}/resume`));
      await ok(ada.post(`/api/series/${id}/end`));
    },
    says: () =>
      ['made', 'changed', 'paused', 'resumed', 'ended'].map((change) => ({
        act: 'series-changed',
        actor: adas,
        series: some,
        change,
      })),
  },
  'plan-changed': {
    before: () => Promise.resolve(organization),
    work: (id) => ok(ada.send('PUT', `/api/server/plans/${id}`, { plan: 'enterprise' })),
    says: (id) => [
      {
        act: 'plan-changed',
        actor: adas,
        organization: id,
        plan: 'enterprise',
        by: 'server',
      },
    ],
  },
  'mail-read': {
    before: async () => (await mailTo(server, 'cy@example.org')).id,
    work: (mail) => ok(ada.get(`/api/outbox/${mail}`)),
    says: (mail) => [{ act: 'mail-read', actor: adas, mail }],
  },
  'mail-sent-again': {
    before: async () => {
      const { id } = await mailTo(server, 'cy@example.org');
      await db.updateTable('mail').set({ state: 'failed' }).where('id', '=', id).execute();
      return id;
    },
    work: (mail) => ok(ada.post(`/api/outbox/${mail}/retry`)),
    says: (mail) => [{ act: 'mail-sent-again', actor: adas, mail }],
  },
  'operation-run': {
    work: () => recordRun(db, 'backup', { succeeded: true, result: {} }),
    says: () => [{ act: 'operation-run', actor: null, kind: 'backup', succeeded: 'true' }],
  },
};

/** Told about elsewhere in this file. */
const ELSEWHERE: readonly ActName[] = [
  'server-claimed',
  'server-started',
  'server-stopped',
  'sign-ins-failed',
];

describe('every act is written down where it happens', () => {
  test('and this file knows all of them', () => {
    expect([...Object.keys(CASES), ...ELSEWHERE].toSorted()).toEqual(Object.keys(ACTS).toSorted());
  });

  test.each(Object.entries(CASES))('%s', async (_, { before, work, says }) => {
    const id = (await before?.()) ?? '';
    expect(await recorded(() => work(id))).toEqual(says(id));
  });

  test('a new password by a mailed link', async () => {
    const there = browser(server.url);
    const email = ben.email;
    await ok(there.post('/api/auth/request-password-reset', { email, redirectTo: '/' }));
    await expect.poll(async () => (await mailTo(server, email)).kind).toBe('reset-password');
    const { token } = await mailTo(server, email);
    const rows = await recorded(() =>
      ok(there.post('/api/auth/reset-password', { token, newPassword: PASSWORD })),
    );
    expect(rows).toContainEqual({ act: 'password-changed', actor: ben.id, by: 'reset' });
    expect(rows).toContainEqual({ act: 'session-ended', actor: ben.id, session: some });
  });

  test('the first start, the claim, and the stop with those who failed to sign in', async () => {
    const rowOf = async (name: ActName) => (await all()).find(({ act }) => act === name);
    const start = await rowOf('server-started');
    expect(JSON.parse(start?.about ?? '')).toEqual({ server: some, release: version });
    const claim = await rowOf('server-claimed');
    expect(claim?.actor).toBe(adas);
    expect(JSON.parse(claim?.about ?? '')).toEqual({ team });

    const other = await testServer(server.environment);
    const wrong = { email: ben.email, password: 'not the password' };
    for (let each = 0; each < 3; each++)
      await browser(other.url).post('/api/auth/sign-in/email', wrong, from);
    const stopped = await recorded(other.stop);
    expect(stopped).toEqual([
      { act: 'server-stopped', actor: null, server: some, release: version },
      { act: 'sign-ins-failed', actor: null, network, count: '3' },
    ]);
  });

  test('what is refused is not', async () => {
    const eve = await stranger(server, 'Mallory');
    const refused = await recorded(async () => {
      await eve.send('PATCH', `/api/teams/${team}`, { name: 'Mine' });
      await eve.send('DELETE', `/api/teams/${team}/members/${ben.id}`);
      await eve.post('/api/invitations/accept', { token: hashToken('x').toString('hex') });
      expect((await eve.get('/api/operations/audit')).status).toBe(404);
    });
    expect(refused).toEqual([]);
  });
});

test('the owner reads it page by page, the latest first', async () => {
  const { length } = await all();
  const heard: number[] = [];
  let before = '';
  for (;;) {
    const { acts, next } = bodyOf<{ acts: AuditedAct[]; next: number | null }>(
      await ada.get(`/api/operations/audit?limit=7${before}`),
    );
    heard.push(...acts.map(({ n }) => n));
    if (next === null) break;
    before = `&before=${next}`;
  }
  expect(heard).toEqual(Array.from({ length }, (_, at) => length - at));
  expect((await browser(server.url).get('/api/operations/audit')).status).toBe(401);
});

test('no row holds a name, a mail address or a text of anybody, and the chain is whole', async () => {
  const text = JSON.stringify(await all());
  const people = await db.selectFrom('user').select(['name', 'email']).execute();
  const words = [...people.flatMap(({ name, email }) => [name, email]), 'A name of', 'Renamed'];
  // Short names might be part of an id.
  for (const word of words.filter(({ length }) => length > 3)) expect(text).not.toContain(word);
  expect(text).not.toContain('@');
  for (const { act, about } of await all())
    expect(Object.keys(JSON.parse(about) as object)).toEqual([...(ACTS[act as ActName] ?? [])]);
  expect(await verifyAudit(db)).toMatchObject({ ok: true });
});
