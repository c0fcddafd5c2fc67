import type { Report, ReportSummary } from '@rondo/contract';
import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { expect } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { bodyOf, type Owner } from '../../testing/people.ts';
import type { TestServer } from '../../testing/server.ts';

/** A meeting in which the team makes a report, driven past the socket as its facilitator. */
export async function shipReport(server: TestServer, { ada, team }: Owner) {
  const started = await ada.post(`/api/teams/${team}/meetings`, { activity: 'ship-report' });
  // The key of a meeting, as the API gives it.
  const id = bodyOf<{ meeting: string }>(started).meeting as MeetingId;
  const board = async () => (await server.app.meetingLog.load(id))!.doc.board;
  const host = (await board()).facilitator;
  const phase = (await board()).flow.find((each) => each.startsWith('report'))!;
  const run = async (
    at: typeof phase | null,
    name: string,
    args: object = {},
    who: ParticipantId | null = host,
  ): Promise<void> => {
    const settled = await server.app.live.submit(id, who, { phase: at, name, args });
    expect(settled).not.toHaveProperty('refused');
  };
  await run(null, 'openPhase', { phase });
  return {
    id,
    board,
    state: async () => (await board()).phases[phase]!.state,
    act: (name: string, args: object) => run(phase, name, args),
    line: (line: string, text: string, section = 'this-week') =>
      run(phase, 'addEntry', { id: line, section, text }),
    end: () => run(null, 'endMeeting', {}, null),
    reopen: () => run(null, 'reopenMeeting'),
  };
}

/** The draft that such a meeting has left. */
export async function aDraft(server: TestServer, owner: Owner, text = 'We **moved** the servers') {
  const meeting = await shipReport(server, owner);
  await meeting.act('setTitle', { text: 'A good week', revision: 0 });
  await meeting.line('one', text);
  await meeting.end();
  return latest(owner);
}

export async function latest({ ada, team }: Owner): Promise<Report> {
  const list = await ada.get(`/api/teams/${team}/reports`);
  const [first] = bodyOf<{ reports: ReportSummary[] }>(list).reports;
  return bodyOf<Report>(await ada.get(`/api/reports/${first?.id}`));
}

/** The same, published. */
export async function aPost(
  server: TestServer,
  owner: Owner,
  audience: 'public' | 'private' = 'public',
): Promise<Report> {
  const { id, version } = await aDraft(server, owner);
  return bodyOf<Report>(await owner.ada.post(`/api/reports/${id}/publish`, { version, audience }));
}

/** As a browser sends a form. */
export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
export const form = (fields: Record<string, string>): string =>
  new URLSearchParams(fields).toString();

/** Saves a report as it was read, but for what is changed. */
export const put = (there: Browser, { id, version, content }: Report, change: object = {}) =>
  there.send('PUT', `/api/reports/${id}`, { version, content, author: null, ...change });
