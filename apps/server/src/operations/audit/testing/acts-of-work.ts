import type { DataJob, Report } from '@rondo/contract';
import { expect } from 'vitest';
import { keepRetention } from '../../../portability/retention/expire.ts';
import { ended, fetched, sent } from '../../../portability/testing/by-hand.ts';
import type { Browser } from '../../../testing/browser.ts';
import { command, endMeeting } from '../../../testing/meetings.ts';
import { bodyOf, joined, mailTo, PASSWORD } from '../../../testing/people.ts';
import { recordRun } from '../../runs/runs.ts';
import type { ActName } from '../acts.ts';
import {
  server,
  owner,
  adas,
  organization,
  all,
  some,
  ok,
  started,
  madeWebhook,
  planned,
  ACTIVITY,
  longAgo,
  drafted,
  publishing,
  publishedReport,
  db,
  ada,
  team,
  type Case,
} from './deeds.ts';

let erased: Browser;

/** How acts about meetings, data and the server come about, and all that is written down then. */
export const ACTS_OF_WORK: Partial<Record<ActName, Case>> = {
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
    work: (meeting) => endMeeting(server, meeting),
    says: (meeting) => [{ act: 'meeting-ended', actor: null, meeting }],
  },
  'meeting-reopened': {
    before: async () => {
      const meeting = await started();
      await endMeeting(server, meeting);
      return meeting;
    },
    work: (meeting) => command(server, meeting, 'reopenMeeting'),
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
      await endMeeting(server, meeting);
      return meeting;
    },
    work: (meeting) => ok(ada.send('DELETE', `/api/meetings/${meeting}`)),
    says: (meeting) => [{ act: 'meeting-deleted', actor: adas, meeting }],
  },
  'participant-removed': {
    before: started,
    work: async (meeting) => {
      const person = { person: 'person-who-is-removed', name: 'Gus', role: 'member', lead: false };
      await command(server, meeting, 'enter', person);
      const loaded = await server.app.meetingLog.load(meeting as never);
      const host = loaded?.doc.board.facilitator ?? null;
      const { live } = server.app;
      const remove = { phase: null, name: 'removePerson', args: { person: person.person } };
      expect(await live.submit(meeting as never, host, remove)).not.toHaveProperty('refused');
      await expect
        .poll(async () => (await all()).map(({ act }) => act))
        .toContain('participant-removed');
      // Whatever else changes among the people, it is written down once.
      await command(server, meeting, 'enter', {
        ...person,
        person: 'another-who-comes',
        name: 'Hal',
      });
    },
    says: (meeting) => [
      { act: 'participant-removed', actor: null, meeting, participant: 'person-who-is-removed' },
    ],
  },
  'outcome-exported': {
    before: async () => {
      const meeting = await started();
      await endMeeting(server, meeting);
      return meeting;
    },
    work: (meeting) => ok(ada.get(`/api/meetings/${meeting}/outcome/csv`)),
    says: (meeting) => [{ act: 'outcome-exported', actor: adas, meeting, format: 'csv' }],
  },
  'outcome-mailed': {
    before: async () => {
      const meeting = await started();
      await endMeeting(server, meeting);
      return meeting;
    },
    work: (meeting) => ok(ada.post(`/api/meetings/${meeting}/outcome/mail`)),
    says: (meeting) => [{ act: 'outcome-mailed', actor: adas, meeting }],
  },
  'activity-shared': {
    before: async () =>
      bodyOf<{ activity: string }>(
        await ada.post(`/api/teams/${team}/activities`, { content: ACTIVITY }),
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
