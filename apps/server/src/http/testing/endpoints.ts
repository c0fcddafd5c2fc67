import type { Answer, Browser } from '../../testing/browser.ts';
import { COMPOSED } from '../../testing/composed.ts';
import { PLANNED, PLANNED_AT } from '../../testing/planned.ts';
import type { Ids } from './ids.ts';

export const REPORT = {
  title: 'A draft',
  intro: '',
  from: '2026-11-16',
  to: '2026-11-22',
  figures: [],
  sentence: '',
  sections: [],
};

export const WEBHOOK = {
  form: 'standard',
  name: 'Mine',
  address: 'https://example.org/',
  events: ['meeting.started'],
};

/** For every endpoint about something that belongs to somebody: how to ask for it. */
export const ABOUT: Record<string, (ids: Ids) => [path: string, body?: object]> = {
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
  'POST /teams/{team}/series': ({ team }) => [`/teams/${team}/series`, PLANNED],
  'POST /teams/{team}/series/preview': ({ team }) => [`/teams/${team}/series/preview`, PLANNED],
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
  'PUT /tasks/{task}/team': ({ task, team }) => [`/tasks/${task}/team`, { team }],
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

/** Asks for something by an endpoint of `ABOUT`. */
export function ask(there: Browser, endpoint: string, ids: Ids): Promise<Answer> {
  const [method = ''] = endpoint.split(' ');
  const [path, body] = ABOUT[endpoint]?.(ids) ?? ['/'];
  return there.send(method, `/api${path}`, body ?? (method === 'GET' ? undefined : {}));
}
