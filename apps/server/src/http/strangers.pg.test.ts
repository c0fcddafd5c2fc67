import { isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import { contract, type Invitation, type Me } from '@rondo/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../secret-token.ts';
import { browser, type Answer, type Browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, inMeeting, mailTo, stranger } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

/** What one can name in a request. */
type Ids = Record<
  | 'organization'
  | 'request'
  | 'team'
  | 'meeting'
  | 'ended'
  | 'member'
  | 'invitation'
  | 'mail'
  | 'series'
  | 'activity'
  | 'webhook'
  | 'delivery'
  | 'task'
  | 'report'
  | 'item'
  | 'job'
  | 'upload',
  string
>;

/** A series that is planned for then. */
const PLAN = {
  activity: 'start-stop-continue',
  name: 'Sprint {n} retro',
  number: 1,
  first: '2099-01-01T10:00',
  zone: 'UTC',
  rhythm: null,
  until: null,
  pauses: [],
  guests: null,
  anonymous: null,
  without: [],
  options: {},
  facilitator: null,
  mail: false,
  endPrevious: false,
};
const PLANNED_AT = '2099-01-01T10:00:00.000Z';

const COMPOSED = {
  category: 'workshop',
  name: 'Composed',
  summary: 'We talk.',
  purpose: 'To have talked.',
  minutes: 30,
  people: { min: 2, max: 9 },
  hues: ['moss'],
  keywords: { en: [], de: [] },
  flow: [{ kind: 'discuss' }],
};

const REPORT = {
  title: 'A draft',
  intro: '',
  from: '2026-11-16',
  to: '2026-11-22',
  figures: [],
  sentence: '',
  sections: [],
};

const WEBHOOK = {
  form: 'standard',
  name: 'Mine',
  address: 'https://example.org/',
  events: ['meeting.started'],
};

/** For every endpoint about something that belongs to somebody: how to ask for it. */
const ABOUT: Record<string, (ids: Ids) => [path: string, body?: object]> = {
  'GET /teams/{team}': ({ team }) => [`/teams/${team}`],
  'PATCH /teams/{team}': ({ team }) => [`/teams/${team}`, { name: 'Mine' }],
  'PUT /teams/{team}/members/{member}': ({ team, member }) => [
    `/teams/${team}/members/${member}`,
    { role: 'lead' },
  ],
  'DELETE /teams/{team}/members/{member}': ({ team, member }) => [
    `/teams/${team}/members/${member}`,
  ],
  'POST /teams/{team}/join': ({ team }) => [`/teams/${team}/join`],
  'POST /teams/{team}/archive': ({ team }) => [`/teams/${team}/archive`],
  'POST /teams/{team}/restore': ({ team }) => [`/teams/${team}/restore`],
  'GET /teams/{team}/move': ({ team, organization }) => [
    `/teams/${team}/move?organization=${organization}`,
  ],
  'POST /teams/{team}/move': ({ team, organization }) => [`/teams/${team}/move`, { organization }],
  'POST /teams/{team}/merge': ({ team }) => [`/teams/${team}/merge`, { into: crypto.randomUUID() }],
  'GET /organizations/{organization}': ({ organization }) => [`/organizations/${organization}`],
  'PATCH /organizations/{organization}': ({ organization }) => [
    `/organizations/${organization}`,
    { name: 'Mine' },
  ],
  'GET /organizations/{organization}/people': ({ organization }) => [
    `/organizations/${organization}/people`,
  ],
  'PUT /organizations/{organization}/people/{person}': ({ organization, member }) => [
    `/organizations/${organization}/people/${member}`,
    { role: 'owner' },
  ],
  'DELETE /organizations/{organization}/people/{person}': ({ organization, member }) => [
    `/organizations/${organization}/people/${member}`,
  ],
  'POST /organizations/{organization}/transfer': ({ organization, member }) => [
    `/organizations/${organization}/transfer`,
    { person: member },
  ],
  'GET /organizations/{organization}/teams': ({ organization }) => [
    `/organizations/${organization}/teams`,
  ],
  'GET /organizations/{organization}/domains': ({ organization }) => [
    `/organizations/${organization}/domains`,
  ],
  'POST /organizations/{organization}/domains': ({ organization }) => [
    `/organizations/${organization}/domains`,
    { email: 'eve@example.org' },
  ],
  'DELETE /organizations/{organization}/domains/{domain}': ({ organization }) => [
    `/organizations/${organization}/domains/engines.example`,
  ],
  'POST /organizations/{organization}/join': ({ organization }) => [
    `/organizations/${organization}/join`,
  ],
  'GET /organizations/{organization}/requests': ({ organization }) => [
    `/organizations/${organization}/requests`,
  ],
  'POST /requests/{request}/answer': ({ request }) => [
    `/requests/${request}/answer`,
    { answer: 'yes' },
  ],
  'DELETE /requests/{request}': ({ request }) => [`/requests/${request}`],
  'GET /teams/{team}/invitations': ({ team }) => [`/teams/${team}/invitations`],
  'POST /teams/{team}/invitations/link': ({ team, meeting }) => [
    `/teams/${team}/invitations/link`,
    { meeting },
  ],
  'POST /teams/{team}/invitations/mail': ({ team }) => [
    `/teams/${team}/invitations/mail`,
    { emails: ['x@example.org'] },
  ],
  'DELETE /invitations/{invitation}': ({ invitation }) => [`/invitations/${invitation}`],
  'POST /teams/{team}/meetings': ({ team }) => [
    `/teams/${team}/meetings`,
    { activity: 'start-stop-continue' },
  ],
  'GET /teams/{team}/activities': ({ team }) => [`/teams/${team}/activities`],
  'GET /teams/{team}/meetings': ({ team }) => [`/teams/${team}/meetings?status=running`],
  'DELETE /meetings/{meeting}': ({ ended }) => [`/meetings/${ended}`],
  'GET /meetings/{meeting}/outcome': ({ ended }) => [`/meetings/${ended}/outcome`],
  'GET /meetings/{meeting}/outcome/{format}': ({ ended }) => [`/meetings/${ended}/outcome/json`],
  'GET /meetings/{meeting}/trend': ({ ended }) => [`/meetings/${ended}/trend`],
  'POST /meetings/{meeting}/outcome/mail': ({ ended }) => [`/meetings/${ended}/outcome/mail`],
  'GET /teams/{team}/series': ({ team }) => [`/teams/${team}/series`],
  'POST /teams/{team}/series': ({ team }) => [`/teams/${team}/series`, PLAN],
  'POST /teams/{team}/series/preview': ({ team }) => [`/teams/${team}/series/preview`, PLAN],
  'GET /series/{series}': ({ series }) => [`/series/${series}`],
  'PATCH /series/{series}': ({ series }) => [`/series/${series}`, { name: 'Mine' }],
  'POST /series/{series}/skip': ({ series }) => [`/series/${series}/skip`, { at: PLANNED_AT }],
  'POST /series/{series}/start': ({ series }) => [`/series/${series}/start`, { at: PLANNED_AT }],
  'POST /series/{series}/pause': ({ series }) => [`/series/${series}/pause`],
  'POST /series/{series}/resume': ({ series }) => [`/series/${series}/resume`],
  'POST /series/{series}/end': ({ series }) => [`/series/${series}/end`],
  'GET /me/calendar': ({ team }) => [`/me/calendar?team=${team}`],
  'POST /me/calendar': ({ team }) => ['/me/calendar', { team }],
  'DELETE /me/calendar': ({ team }) => ['/me/calendar', { team }],
  'GET /teams/{team}/agenda': ({ team }) => [`/teams/${team}/agenda`],
  'POST /teams/{team}/agenda': ({ team }) => [`/teams/${team}/agenda`, { text: 'Mine' }],
  'PATCH /teams/{team}/agenda/{item}': ({ team, item }) => [
    `/teams/${team}/agenda/${item}`,
    { pinned: true },
  ],
  'PUT /teams/{team}/agenda/{item}/place': ({ team, item }) => [
    `/teams/${team}/agenda/${item}/place`,
    { behind: null },
  ],
  'DELETE /teams/{team}/agenda/{item}': ({ team, item }) => [`/teams/${team}/agenda/${item}`],
  'GET /teams/{team}/tasks': ({ team }) => [`/teams/${team}/tasks`],
  'GET /teams/{team}/tasks/board': ({ team }) => [`/teams/${team}/tasks/board`],
  'POST /teams/{team}/tasks': ({ team }) => [`/teams/${team}/tasks`, { text: 'Mine' }],
  'GET /tasks/{task}': ({ task }) => [`/tasks/${task}`],
  'PATCH /tasks/{task}': ({ task }) => [`/tasks/${task}`, { status: 'done' }],
  'PUT /tasks/{task}/place': ({ task }) => [
    `/tasks/${task}/place`,
    { column: 'stuck', behind: null },
  ],
  'POST /teams/{team}/tasks/archive': ({ team }) => [`/teams/${team}/tasks/archive`],
  'GET /teams/{team}/tasks/archived': ({ team }) => [`/teams/${team}/tasks/archived`],
  'POST /tasks/{task}/comments': ({ task }) => [`/tasks/${task}/comments`, { text: 'Hello' }],
  'PATCH /tasks/{task}/comments/{comment}': ({ task }) => [
    `/tasks/${task}/comments/${task}`,
    { text: 'Hello' },
  ],
  'DELETE /tasks/{task}/comments/{comment}': ({ task }) => [`/tasks/${task}/comments/${task}`],
  'GET /teams/{team}/promises': ({ team }) => [`/teams/${team}/promises`],
  'GET /teams/{team}/promises/open': ({ team }) => [`/teams/${team}/promises/open`],
  'GET /teams/{team}/timeline': ({ team }) => [`/teams/${team}/timeline`],
  'GET /search': ({ team }) => [`/search?words=x&team=${team}`],
  'POST /teams/{team}/activities': ({ team }) => [
    `/teams/${team}/activities`,
    { content: COMPOSED },
  ],
  'POST /teams/{team}/activities/import': ({ team }) => [
    `/teams/${team}/activities/import`,
    { yaml: 'name: Composed' },
  ],
  'PUT /activities/{activity}': ({ activity }) => [
    `/activities/${activity}`,
    { content: COMPOSED, version: 1 },
  ],
  'PUT /activities/{activity}/share': ({ activity }) => [
    `/activities/${activity}/share`,
    { share: 'server' },
  ],
  'DELETE /activities/{activity}': ({ activity }) => [`/activities/${activity}`],
  'GET /activities/{activity}/versions': ({ activity }) => [`/activities/${activity}/versions`],
  'GET /activities/{activity}/versions/{version}': ({ activity }) => [
    `/activities/${activity}/versions/1`,
  ],
  'GET /activities/{activity}/file': ({ activity }) => [`/activities/${activity}/file`],
  'GET /organizations/{organization}/plan': ({ organization }) => [
    `/organizations/${organization}/plan`,
  ],
  'GET /organizations/{organization}/plan/teams': ({ organization }) => [
    `/organizations/${organization}/plan/teams`,
  ],
  'PUT /organizations/{organization}/plan/kept': ({ organization, team }) => [
    `/organizations/${organization}/plan/kept`,
    { teams: [team] },
  ],
  'POST /organizations/{organization}/plan/checkout': ({ organization }) => [
    `/organizations/${organization}/plan/checkout`,
    { plan: 'team' },
  ],
  'POST /organizations/{organization}/plan/portal': ({ organization }) => [
    `/organizations/${organization}/plan/portal`,
  ],
  'GET /server/plans': () => ['/server/plans'],
  'PUT /server/plans/{organization}': ({ organization }) => [
    `/server/plans/${organization}`,
    { plan: 'enterprise' },
  ],
  'GET /teams/{team}/reports': ({ team }) => [`/teams/${team}/reports`],
  'PATCH /teams/{team}/reports': ({ team }) => [`/teams/${team}/reports`, { title: 'Mine' }],
  'PUT /teams/{team}/reports/mails': ({ team }) => [
    `/teams/${team}/reports/mails`,
    { mailed: true },
  ],
  'POST /teams/{team}/reports/feed': ({ team }) => [`/teams/${team}/reports/feed`],
  'DELETE /teams/{team}/reports/feed': ({ team }) => [`/teams/${team}/reports/feed`],
  'GET /reports/{report}': ({ report }) => [`/reports/${report}`],
  'PUT /reports/{report}': ({ report }) => [
    `/reports/${report}`,
    { version: 1, content: REPORT, author: null },
  ],
  'POST /reports/{report}/publish': ({ report }) => [
    `/reports/${report}/publish`,
    { version: 1, audience: 'public' },
  ],
  'POST /reports/{report}/unpublish': ({ report }) => [
    `/reports/${report}/unpublish`,
    { version: 1 },
  ],
  'POST /reports/{report}/correct': ({ report }) => [
    `/reports/${report}/correct`,
    { version: 1, content: REPORT, note: 'Mine' },
  ],
  'DELETE /reports/{report}': ({ report }) => [`/reports/${report}`],
  'POST /reports/{report}/feedback': ({ report }) => [
    `/reports/${report}/feedback`,
    { text: 'Hello' },
  ],
  'GET /reports/{report}/markdown': ({ report }) => [`/reports/${report}/markdown`],
  'GET /teams/{team}/webhooks': ({ team }) => [`/teams/${team}/webhooks`],
  'POST /teams/{team}/webhooks': ({ team }) => [`/teams/${team}/webhooks`, WEBHOOK],
  'GET /organizations/{organization}/webhooks': ({ organization }) => [
    `/organizations/${organization}/webhooks`,
  ],
  'POST /organizations/{organization}/webhooks': ({ organization }) => [
    `/organizations/${organization}/webhooks`,
    WEBHOOK,
  ],
  'PATCH /webhooks/{webhook}': ({ webhook }) => [`/webhooks/${webhook}`, { name: 'Mine' }],
  'DELETE /webhooks/{webhook}': ({ webhook }) => [`/webhooks/${webhook}`],
  'POST /webhooks/{webhook}/secret': ({ webhook }) => [`/webhooks/${webhook}/secret`],
  'POST /webhooks/{webhook}/test': ({ webhook }) => [`/webhooks/${webhook}/test`],
  'GET /webhooks/{webhook}/deliveries': ({ webhook }) => [`/webhooks/${webhook}/deliveries`],
  'POST /webhooks/{webhook}/deliveries/{delivery}/again': ({ webhook, delivery }) => [
    `/webhooks/${webhook}/deliveries/${delivery}/again`,
  ],
  'GET /data-jobs/{job}': ({ job }) => [`/data-jobs/${job}`],
  'DELETE /data-jobs/{job}': ({ job }) => [`/data-jobs/${job}`],
  'POST /organizations/{organization}/exports': ({ organization }) => [
    `/organizations/${organization}/exports`,
  ],
  'POST /teams/{team}/exports': ({ team }) => [`/teams/${team}/exports`],
  'PUT /uploads/{upload}/pieces/{n}': ({ upload }) => [
    `/uploads/${upload}/pieces/0`,
    { body: 'AAAA' },
  ],
  'DELETE /uploads/{upload}': ({ upload }) => [`/uploads/${upload}`],
  'POST /imports/preview': ({ upload }) => ['/imports/preview', { upload, organization: null }],
  'POST /imports': ({ upload }) => ['/imports', { upload, organization: null, invite: false }],
  'POST /teams/{team}/imports/preview': ({ team, upload }) => [
    `/teams/${team}/imports/preview`,
    { upload },
  ],
  'POST /teams/{team}/imports': ({ team, upload }) => [
    `/teams/${team}/imports`,
    { upload, name: 'Mine', heldAt: PLANNED_AT, tasks: false },
  ],
  'GET /teams/{team}/retention': ({ team }) => [`/teams/${team}/retention`],
  'PUT /teams/{team}/retention': ({ team }) => [`/teams/${team}/retention`, { months: 12 }],
  'GET /outbox': () => ['/outbox'],
  'GET /outbox/{mail}': ({ mail }) => [`/outbox/${mail}`],
  'POST /outbox/{mail}/retry': ({ mail }) => [`/outbox/${mail}/retry`],
  'GET /operations/doctor': () => ['/operations/doctor'],
  'POST /operations/doctor': () => ['/operations/doctor'],
  'GET /operations/audit': () => ['/operations/audit'],
  'GET /operations/peaks': () => ['/operations/peaks'],
  'GET /server/metrics': () => ['/server/metrics'],
  'GET /server/metrics/{format}': () => ['/server/metrics/csv'],
  'GET /organizations/{organization}/metrics': ({ organization }) => [
    `/organizations/${organization}/metrics`,
  ],
  'GET /organizations/{organization}/metrics/{format}': ({ organization }) => [
    `/organizations/${organization}/metrics/csv`,
  ],
};

/** About nobody's things, or about what whoever has the link may see; other tests tell what they answer. */
const FOR_ALL = [
  'GET /data-jobs',
  'POST /me/exports',
  'POST /uploads',
  'GET /me/erasure',
  'POST /me/erasure/code',
  'POST /me/erasure',
  'GET /server',
  'POST /server/claim',
  'POST /me/sign-up',
  'POST /me/enter',
  'GET /me',
  'GET /me/today',
  'PATCH /me',
  'GET /me/tasks',
  'POST /teams',
  'GET /organizations/offered',
  'POST /organizations',
  'POST /organizations/domains/confirm',
  'POST /invitations/look',
  'POST /invitations/accept',
  'POST /invitations/join',
  'GET /activities',
  'GET /activities/{activity}',
  'POST /activities/check',
  'POST /activities/read',
  'PUT /activities/{activity}/favourite',
  'GET /meetings/{meeting}',
  'POST /meetings/{meeting}/guests',
  'GET /series-links/{key}',
  'POST /views',
  'GET /me/notifications',
  'GET /me/notifications/count',
  'POST /me/notifications/read',
  'GET /me/notifications/settings',
  'PATCH /me/notifications/settings',
  'POST /unsubscribe/{token}',
  'POST /unsubscribe/{token}/undo',
];

let server: TestServer;
let ada: Browser;
let eve: Browser;
let real: Ids;
let start: () => Promise<string>;

const madeUp = (): Ids => {
  const uuid = crypto.randomUUID();
  const key = 'x'.repeat(22);
  return {
    team: uuid,
    organization: uuid,
    request: uuid,
    meeting: key,
    ended: key,
    member: uuid,
    invitation: uuid,
    mail: uuid,
    series: uuid,
    activity: `own-${'x'.repeat(25)}`,
    task: uuid,
    webhook: uuid,
    delivery: uuid,
    report: uuid,
    item: key,
    job: uuid,
    upload: uuid,
  };
};

beforeAll(async () => {
  server = await testServer();
  const owner = await claimedBy(server);
  ({ ada } = owner);
  const { team } = owner;
  eve = await stranger(server, 'Eve');
  start = async () =>
    bodyOf<{ meeting: string }>(
      await ada.post(`/api/teams/${team}/meetings`, {
        activity: 'start-stop-continue',
        guests: 'lobby',
      }),
    ).meeting;
  const [meeting, ended] = [await start(), await start()];
  await command(ended, 'endMeeting', {});
  const { invitation } = bodyOf<{ invitation: Invitation }>(
    await ada.post(`/api/teams/${team}/invitations/link`),
  );
  bodyOf(await ada.post(`/api/teams/${team}/invitations/mail`, { emails: ['b@example.org'] }));
  const { id: mail } = await mailTo(server, 'b@example.org');
  const { id: member, organizations } = bodyOf<Me>(await ada.get('/api/me'));
  const composed = await ada.post(`/api/teams/${team}/activities`, { content: COMPOSED });
  const { activity } = bodyOf<{ activity: string }>(composed);
  const planned = await ada.post(`/api/teams/${team}/series`, PLAN);
  const { id: series } = bodyOf<{ id: string }>(planned);
  real = {
    team,
    organization: organizations[0]?.id ?? '',
    request: await requestOf(member, organizations[0]?.id ?? ''),
    meeting,
    ended,
    member,
    invitation: invitation.id,
    mail,
    series,
    activity,
    ...(await kept(team)),
    ...(await moved()),
    ...(await told(team)),
  };
});

/** Somebody asks to join, as far as everybody else can tell. */
async function requestOf(user: string, organization: string): Promise<string> {
  const id = crypto.randomUUID();
  await server.app.db
    .insertInto('join_request')
    .values({ id, user_id: user, organization_id: organization, team_id: null })
    .execute();
  return id;
}

/** A task, a report and an item of the agenda, as meetings leave them. */
async function kept(team: string): Promise<Pick<Ids, 'task' | 'item' | 'report'>> {
  const agenda = await ada.post(`/api/teams/${team}/agenda`, { text: 'Budget' });
  const [item] = bodyOf<{ items: { id: string }[] }>(agenda).items;
  const task = crypto.randomUUID();
  await server.app.db
    .insertInto('task')
    .values({
      id: task,
      team_id: team,
      meeting_name: 'Retro',
      meeting_task: 'task',
      place: 0,
      text: 'Promised',
    })
    .execute();
  const report = crypto.randomUUID();
  await server.app.db
    .insertInto('report')
    .values({
      id: report,
      team_id: team,
      number: 1,
      content: JSON.stringify(REPORT),
      author_name: 'Ada',
      key: 'k'.repeat(22),
    })
    .execute();
  return { task, item: item?.id ?? '', report };
}

/** A webhook with something that was sent. */
async function told(team: string): Promise<Pick<Ids, 'webhook' | 'delivery'>> {
  const made = await ada.post(`/api/teams/${team}/webhooks`, WEBHOOK);
  const { id: webhook } = bodyOf<{ webhook: { id: string } }>(made).webhook;
  const delivery = crypto.randomUUID();
  await server.app.db
    .insertInto('webhook_delivery')
    .values({
      id: delivery,
      webhook_id: webhook,
      message: 'msg_1',
      event: 'meeting.started',
      payload: '{}',
      state: 'delivered',
    })
    .execute();
  return { webhook, delivery };
}

/** An export, and a file that waits to be imported. */
async function moved(): Promise<Pick<Ids, 'job' | 'upload'>> {
  const { id } = bodyOf<{ id: string }>(await ada.post('/api/me/exports'));
  const sent = await ada.post('/api/uploads', { name: 'x.zip', bytes: 3 });
  return { job: id, upload: bodyOf<{ upload: string }>(sent).upload };
}

/** The meeting's commands, past the socket: as the facilitator's. */
async function command(meeting: string, name: string, args: object): Promise<void> {
  const id = meeting as Parameters<typeof server.app.live.submit>[0];
  const settled = await server.app.live.submit(id, null, { phase: null, name, args });
  expect(settled).not.toHaveProperty('refused');
}

function ask(there: Browser, endpoint: string, ids: Ids): Promise<Answer> {
  const [method = ''] = endpoint.split(' ');
  const [path, body] = ABOUT[endpoint]?.(ids) ?? ['/'];
  return there.send(method, `/api${path}`, body ?? (method === 'GET' ? undefined : {}));
}

function routesIn(router: AnyContractRouter): string[] {
  if (isContractProcedure(router)) {
    const { method, path } = router['~orpc'].route;
    return [`${method} ${path}`];
  }
  return Object.values(router).flatMap(routesIn);
}

/** Lets a guest in by name; what comes of it is the facilitator's business. */
async function guestOf(meeting: string): Promise<Browser> {
  const there = browser(server.url);
  bodyOf(await there.post(`/api/meetings/${meeting}/guests`, { name: 'Kim' }));
  return there;
}

it('every endpoint is one of these', () => {
  expect([...Object.keys(ABOUT), ...FOR_ALL].toSorted()).toEqual(routesIn(contract).toSorted());
});

describe('what belongs to others', () => {
  it.each(Object.keys(ABOUT))(
    '%s: looks to somebody with an account as if it were not there, byte for byte',
    async (endpoint) => {
      const [asked, never] = [await ask(eve, endpoint, real), await ask(eve, endpoint, madeUp())];
      expect([asked.status, never.status]).toEqual([404, 404]);
      expect(asked.text).toBe(never.text);
    },
  );

  it.each(Object.keys(ABOUT))('%s: tells nobody and guests nothing', async (endpoint) => {
    for (const there of [browser(server.url), await guestOf(real.meeting)]) {
      const [asked, never] = [
        await ask(there, endpoint, real),
        await ask(there, endpoint, madeUp()),
      ];
      expect([401, 404]).toContain(asked.status);
      expect(asked.text).toBe(never.text);
    }
  });
});

describe('a guest', () => {
  it('who was never let in, or was removed, gets no outcome; who took part does', async () => {
    const meeting = await start();
    const [waiting, absent, removed, admitted] = [
      await guestOf(meeting),
      await guestOf(meeting),
      await guestOf(meeting),
      await guestOf(meeting),
    ];
    for (const there of [waiting, removed, admitted]) {
      expect((await inMeeting(server, there, meeting)).first.t).toBe('lobby');
    }
    await command(meeting, 'admit', { person: await idOf(admitted) });
    await command(meeting, 'removePerson', { person: await idOf(removed) });
    await command(meeting, 'endMeeting', {});
    const outcomes = await Promise.all(
      [waiting, absent, removed, admitted, ada].map((there) =>
        there.get(`/api/meetings/${meeting}/outcome`),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([404, 404, 404, 200, 200]);
  });
});

it('a guest has a __Host- cookie of that meeting alone where the public address is https', async () => {
  const origin = 'https://rondo.example.org';
  const secure = await testServer({ RONDO_PUBLIC_URL: origin });
  const owner = await claimedBy(secure);
  const started = await owner.ada.post(`/api/teams/${owner.team}/meetings`, {
    activity: 'start-stop-continue',
    guests: 'yes',
  });
  const { meeting } = bodyOf<{ meeting: string }>(started);
  const kim = browser(secure.url, origin);
  const answer = await kim.post(`/api/meetings/${meeting}/guests`, { name: 'Kim' });
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(new RegExp(`^__Host-rondo-guest-${meeting}=`));
  for (const part of ['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure'])
    expect(cookie.split('; ')).toContain(part);
  expect((await kim.get(`/api/meetings/${meeting}`)).json()).toMatchObject({ you: 'guest' });
});

/** By the cookie that was given at the door. */
async function idOf({ cookies }: Browser): Promise<string> {
  const [key = ''] = cookies.values();
  const { id } = await server.app.db
    .selectFrom('participant')
    .select('id')
    .where('guest_key', '=', hashToken(key))
    .executeTakeFirstOrThrow();
  return id;
}
