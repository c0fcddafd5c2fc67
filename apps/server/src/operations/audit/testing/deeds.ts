import type { Series } from '@rondo/contract';
import { expect } from 'vitest';
import { newKey } from '../../../meetings/new-key.ts';
import { aDraft } from '../../../reports/testing/ship-report.ts';
import { COMPOSED } from '../../../testing/composed.ts';
import { startedIn } from '../../../testing/meetings.ts';
import { bodyOf, claimedBy, homeOf, joined } from '../../../testing/people.ts';
import { PLANNED } from '../../../testing/planned.ts';
import { testServer } from '../../../testing/server.ts';
import { pages } from '../read.ts';
import type { Row } from '../read.ts';

// A server with people on it, and what they do that is written down.
export const server = await testServer({ RONDO_TRUSTED_PROXIES: '127.0.0.0/8, ::1' });
export const { db } = server.app;
export const owner = await claimedBy(server);
export const { ada, team } = owner;
export const ben = await joined(server, owner, 'Ben');
export const { me, organization } = await homeOf(ada);
export const adas = me.id;
export const from = { 'x-forwarded-for': '198.51.100.23' };

export async function all(): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages(db)) rows.push(...page);
  return rows;
}

/**
 * Does it, and reads what was added since; the doctor looks when it likes to.
 * @returns to be polled: some acts are written down just after they are answered
 */
export async function recorded(work: () => Promise<unknown>): Promise<() => Promise<object[]>> {
  const { length } = await all();
  await work();
  return async () => {
    const rows = (await all()).slice(length).filter(({ about }) => !about.includes('"doctor"'));
    return rows.map(({ act, actor, network, about }) => ({
      act,
      actor,
      ...(network !== null && { network }),
      ...(JSON.parse(about) as object),
    }));
  };
}

export const some = expect.any(String) as string;
export const ok = async (answer: Promise<{ status: number; text: string }>): Promise<void> => {
  const { status, text } = await answer;
  expect(status, text).toBe(200);
};
export const started = () => startedIn(team, ada, { name: 'A name of a meeting' });
export const madeWebhook = async (): Promise<string> => {
  const plan = { form: 'slack', name: 'A name', address: 'https://example.org/a-secret-path' };
  const made = await ada.post(`/api/teams/${team}/webhooks`, {
    ...plan,
    events: ['meeting.ended'],
  });
  return bodyOf<{ webhook: { id: string } }>(made).webhook.id;
};
export const planned = async (): Promise<Series> =>
  bodyOf(
    await ada.post(`/api/teams/${team}/series`, {
      ...PLANNED,
      first: '2099-01-05T10:00',
      name: 'A name of a series',
      rhythm: { every: 'week', interval: 1, on: [1] },
    }),
  );
export const teamIn = async (into: string, more: object = {}): Promise<string> =>
  bodyOf<{ team: string }>(
    await ada.post('/api/teams', { organization: into, name: 'A name of a team', ...more }),
  ).team;
export const anotherOrganization = async (): Promise<string> =>
  bodyOf<{ organization: string }>(
    await ada.post('/api/organizations', {
      name: 'A name of an organization',
      team: 'A name of a team',
    }),
  ).organization;
export const ACTIVITY = { ...COMPOSED, name: 'A name of an activity' };

/** A meeting that ended before teams keep anything. */
export const longAgo = () =>
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

export interface Case {
  readonly before?: () => Promise<string>;
  readonly work: (id: string) => Promise<unknown>;
  readonly says: (id: string) => readonly object[];
}

export const network = '198.51.100.0/24';
export const drafted = async (): Promise<string> => (await aDraft(server, owner)).id;
export const publishing = (report: string) =>
  ada.post(`/api/reports/${report}/publish`, { version: 1, audience: 'private' });
export const publishedReport = async (): Promise<string> => {
  const report = await drafted();
  await ok(publishing(report));
  return report;
};
