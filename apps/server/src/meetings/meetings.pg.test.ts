import type { Outcome } from '@rondo/meeting';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { browser, type Browser } from '../testing/browser.ts';
import { command, endMeeting, startedIn } from '../testing/meetings.ts';
import { claimedBy } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { tendIdleMeetings } from './idle.ts';

let server: TestServer;
let ada: Browser;
let team: string;

beforeAll(async () => {
  server = await testServer();
  ({ ada, team } = await claimedBy(server));
});

const start = (more: object = {}) => startedIn(team, ada, more);

const mailsOf = (kind: string) =>
  server.app.db.selectFrom('mail').selectAll().where('kind', '=', kind).orderBy('at').execute();

describe('starting', () => {
  it('lists the meeting as running, with its facilitator', async () => {
    const meeting = await start({ name: 'Sprint 118' });
    const list = (await ada.get(`/api/teams/${team}/meetings?status=running`)).json() as {
      meetings: object[];
    };
    expect(list.meetings[0]).toMatchObject({
      id: meeting,
      name: 'Sprint 118',
      facilitator: 'Ada',
      people: 1,
    });
  });

  it('leaves out the phases that are not wanted', async () => {
    const meeting = await start({ without: [0] });
    const stored = await server.app.meetingLog.load(meeting);
    expect(stored?.doc.board.flow).toEqual([
      'collect-1',
      'group-2',
      'vote-3',
      'discuss-4',
      'wrap-up-5',
    ]);
  });

  it('refuses an activity that is not there, and a team of others, with the same words', async () => {
    const nowhere = await ada.post(`/api/teams/${team}/meetings`, { activity: 'no-such' });
    const foreign = await ada.post(`/api/teams/${crypto.randomUUID()}/meetings`, {
      activity: 'lean-coffee',
    });
    expect([nowhere.status, foreign.status]).toEqual([404, 404]);
    expect(nowhere.text).toBe(foreign.text);
  });
});

describe('the door', () => {
  it('tells a stranger neither name nor team', async () => {
    const meeting = await start({ name: 'Secret plans', guests: 'yes' });
    const door = await browser(server.url).get(`/api/meetings/${meeting}`);
    expect(door.json()).toMatchObject({ you: 'stranger', name: null, team: null });
    expect(door.text).not.toContain('Secret plans');
  });

  it('lets a guest in by name, into this meeting alone', async () => {
    const meeting = await start({ guests: 'yes' });
    const other = await start({ guests: 'no' });
    const guest = browser(server.url);
    expect((await guest.post(`/api/meetings/${meeting}/guests`, { name: 'Kim' })).status).toBe(200);
    expect((await guest.get(`/api/meetings/${meeting}`)).json()).toMatchObject({
      you: 'guest',
      team: null,
    });
    expect((await guest.get(`/api/meetings/${other}`)).json()).toMatchObject({ you: 'stranger' });
    expect((await guest.post(`/api/meetings/${other}/guests`, { name: 'Kim' })).status).toBe(403);
    expect((await guest.get(`/api/teams/${team}`)).status).toBe(401);
  });

  it('knows nothing of a meeting that is not there', async () => {
    expect((await ada.get(`/api/meetings/${'x'.repeat(22)}`)).status).toBe(404);
  });
});

describe('the end', () => {
  it('stores the outcome, mails it to the team, and leaves nothing of hands, ledger and log', async () => {
    const meeting = await start({ name: 'The end' });
    await endMeeting(server, meeting);
    const outcome = (await ada.get(`/api/meetings/${meeting}/outcome`)).json() as Outcome;
    expect(outcome).toMatchObject({ name: 'The end', people: [{ name: 'Ada', role: 'member' }] });
    const mail = (await mailsOf('outcome')).at(-1);
    expect(mail).toMatchObject({ recipient: 'ada@example.org', subject: 'Outcome: The end' });
    expect(mail?.text).toContain(`/m/${meeting}/outcome`);
    const stored = await server.app.meetingLog.load(meeting);
    expect(stored?.doc.hands).toEqual({});
    expect(stored?.doc.ledger.executed).toEqual({});
    const { rows } = await sql<{
      n: string;
    }>`select count(*) as n from meeting_patch where meeting_id = ${meeting}`.execute(
      server.app.db,
    );
    expect(Number(rows[0]?.n)).toBe(0);
  });

  it('gives the outcome as files whose text nobody else gets', async () => {
    const meeting = await start({ name: '=SUM(A1)' });
    await endMeeting(server, meeting);
    const files = await Promise.all(
      ['markdown', 'csv', 'json'].map((format) =>
        ada.get(`/api/meetings/${meeting}/outcome/${format}`),
      ),
    );
    expect(files.map((file) => file.status)).toEqual([200, 200, 200]);
    expect(files[0]?.text).toContain('# =SUM(A1)');
    expect(JSON.parse(files[2]?.text ?? '')).toMatchObject({ format: 1 });
    expect(
      (await browser(server.url).get(`/api/meetings/${meeting}/outcome/markdown`)).status,
    ).toBe(404);
  });

  it('is taken back by opening again: no outcome while it runs', async () => {
    const meeting = await start();
    await endMeeting(server, meeting);
    await command(server, meeting, 'reopenMeeting');
    expect((await ada.get(`/api/meetings/${meeting}`)).json()).toMatchObject({ status: 'running' });
    expect((await ada.get(`/api/meetings/${meeting}/outcome`)).status).toBe(404);
  });

  it('lets a lead delete what has ended, never what runs', async () => {
    const meeting = await start();
    expect((await ada.send('DELETE', `/api/meetings/${meeting}`)).status).toBe(403);
    await endMeeting(server, meeting);
    expect((await ada.send('DELETE', `/api/meetings/${meeting}`)).status).toBe(200);
    expect((await ada.get(`/api/meetings/${meeting}`)).status).toBe(404);
  });
});

describe('a meeting that was forgotten', () => {
  const idleFor = (meeting: string, days: number) =>
    server.app.db
      .updateTable('meeting')
      .set({ active_at: new Date(Date.now() - days * 86_400_000) })
      .where('id', '=', meeting)
      .execute();
  const tend = () =>
    tendIdleMeetings({ db: server.app.db, post: server.app.post, live: server.app.live });
  const statusOf = async (meeting: string) =>
    ((await ada.get(`/api/meetings/${meeting}`)).json() as { status: string }).status;

  it('warns whoever started it once, two days ahead', async () => {
    const meeting = await start({ name: 'Forgotten' });
    await idleFor(meeting, 12.5);
    await tend();
    await tend();
    const warnings = (await mailsOf('idle-warning')).filter((mail) =>
      mail.subject.includes('Forgotten'),
    );
    expect(warnings).toHaveLength(1);
    expect(await statusOf(meeting)).toBe('running');
  });

  it('ends by itself after the days its team allows, with an outcome', async () => {
    const meeting = await start();
    await idleFor(meeting, 14.5);
    await tend();
    expect(await statusOf(meeting)).toBe('ended');
    expect((await ada.get(`/api/meetings/${meeting}/outcome`)).status).toBe(200);
  });

  it('stays while somebody does something', async () => {
    const meeting = await start();
    await idleFor(meeting, 1);
    await tend();
    expect(await statusOf(meeting)).toBe('running');
  });
});
