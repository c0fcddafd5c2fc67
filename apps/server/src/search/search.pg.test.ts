import { randomUUID } from 'node:crypto';
import type { Found } from '@rondo/contract';
import type { MeetingId, Outcome, OutcomePart } from '@rondo/meeting';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { promise } from '../tasks/testing/promise.ts';
import type { Browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, homeOf, joined, stranger } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { catchUp } from './catch-up.ts';
import { indexOutcome } from './index-outcome.ts';
import { indexTask } from './index-tasks.ts';

let server: TestServer;
let ada: Browser;
let bo: { there: Browser; id: string };
let eve: Browser;
let team: string;
let evesTeam: string;

beforeAll(async () => {
  server = await testServer();
  const owner = await claimedBy(server);
  ({ ada, team } = owner);
  bo = await joined(server, owner, 'Bo');
  eve = await stranger(server, 'Eve');
  ({ team: evesTeam } = await homeOf(eve));
});

const outcomeWith = (parts: OutcomePart[], endedAt = Date.UTC(2026, 10, 20)): Outcome => ({
  format: 1,
  name: 'Sprint 117',
  activity: { en: 'Looking back', de: 'Rückblick' },
  startedAt: endedAt - 3_600_000,
  endedAt,
  facilitator: 'Ada',
  people: [{ name: 'Ada', role: 'member' }],
  phases: [{ id: 'one' as never, kind: 'discuss', title: 'Discuss', parts }],
  tasks: [],
});

const topic = (title: string, notes = '', cards: { text: string; by?: string }[] = []) => ({
  title,
  notes,
  votes: null,
  parked: false,
  cards: cards.map((card) => ({ ...card, prompt: 'Start' })),
  comments: [],
  tasks: [],
});

const topics = (...those: ReturnType<typeof topic>[]): OutcomePart => ({
  as: 'topics',
  topics: those,
});

/** A meeting that has ended, with what can be found of it where `found` says so. */
async function ended(of: string, outcome: Outcome, found = true): Promise<MeetingId> {
  const meeting = randomUUID().replaceAll('-', '').slice(0, 22) as MeetingId;
  const { db } = server.app;
  await db
    .insertInto('meeting')
    .values({
      id: meeting,
      team_id: of,
      activity_id: 'start-stop-continue',
      activity_name: JSON.stringify({ en: 'Looking back' }),
      hues: [],
      name: outcome.name,
      status: 'ended',
      guests: 'no',
      facilitator: 'Ada',
      ended_at: new Date(outcome.endedAt),
    })
    .execute();
  await db
    .insertInto('outcome')
    .values({ meeting_id: meeting, outcome: JSON.stringify(outcome) })
    .execute();
  if (found) await indexOutcome(db, of, meeting, outcome);
  return meeting;
}

async function task(of: string, text: string, more: object = {}): Promise<string> {
  const id = await promise(server.app.db, of, { meeting_name: 'Sprint 117', text, ...more });
  await indexTask(server.app.db, id);
  return id;
}

async function find(who: Browser, words: string, more = ''): Promise<Found[]> {
  const answer = await who.get(`/api/search?words=${encodeURIComponent(words)}${more}`);
  const { groups } = bodyOf<{ groups: { found: Found[] }[] }>(answer);
  return groups.flatMap(({ found }) => found);
}
const titles = async (who: Browser, words: string, more = ''): Promise<string[]> =>
  (await find(who, words, more)).map(({ title }) => title.map(({ text }) => text).join(''));

describe('search', () => {
  it('finds what meetings left behind, by stems of both languages and by words half written', async () => {
    const meeting = await ended(
      team,
      outcomeWith([
        topics(
          topic('Deploying takes hours', 'Long builds'),
          topic('Die Abnahmen dauern', 'Häufige Fehlerquellen'),
        ),
        { as: 'answers', question: 'What blocked you?', answers: [{ text: 'Flaky browsers' }] },
      ]),
    );
    for (const words of ['deployed', 'build hour', 'deplo', '"takes hours"', 'nothing or builds'])
      expect(await titles(bo.there, words), words).toEqual(['Deploying takes hours']);
    for (const words of ['Abnahme', 'häufigen', 'fehlerq', 'Fehlerquelle -deploying'])
      expect(await titles(bo.there, words), words).toEqual(['Die Abnahmen dauern']);
    expect(await titles(bo.there, 'deploying -hours')).toEqual([]);
    expect(await titles(bo.there, 'flaky browser')).toEqual(['What blocked you?']);
    expect(await titles(bo.there, 'rückblick')).toEqual(['Sprint 117']);
    const [found] = await find(bo.there, 'build');
    expect(found).toMatchObject({
      kind: 'topic',
      meeting: { id: meeting, name: 'Sprint 117' },
      passage: [
        { text: 'Long ', hit: false },
        { text: 'builds', hit: true },
      ],
    });
  });

  it('takes what anybody may type for words, and nothing for HTML', async () => {
    await ended(team, outcomeWith([topics(topic('<b>Bold</b> moves', '<img src=x onerror=1>'))]));
    const [found] = await find(ada, 'bold');
    expect(found?.title.map(({ text }) => text).join('')).toBe('<b>Bold</b> moves');
    const strange = [
      `'`,
      '!!',
      ':*',
      'a & | b',
      '(',
      '"',
      '"open',
      'team=',
      '\\',
      '%',
      'or',
      '-',
      '<->',
    ];
    for (const words of strange)
      expect((await ada.get(`/api/search?words=${encodeURIComponent(words)}`)).status, words).toBe(
        200,
      );
    expect(await titles(ada, `team=${team}`)).toEqual([]);
  });

  it('never shows anything of another team, whatever is asked for', async () => {
    const theirs = await ended(evesTeam, outcomeWith([topics(topic('Secret merger'))]));
    expect(await titles(eve, 'secret merger')).toEqual(['Secret merger']);
    expect(await titles(ada, 'secret merger')).toEqual([]);
    const there = await ada.get(`/api/search?words=merger&team=${evesTeam}`);
    const nowhere = await ada.get(`/api/search?words=merger&team=${randomUUID()}`);
    expect([there.status, there.text]).toEqual([404, nowhere.text]);
    // PostgreSQL alone, asked in Bo's name without a condition.
    const rows = await server.app
      .dbOf(bo.id)
      .selectFrom('search_document')
      .select('meeting_id')
      .execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ meeting_id }) => meeting_id)).not.toContain(theirs);
  });

  it('shows the words of tasks without the marks that make them bold', async () => {
    await task(team, 'Stop the **nightly deploy**');
    const [found] = await find(ada, 'nightly');
    expect(found?.title).toEqual([
      { text: 'Stop the ', hit: false },
      { text: 'nightly', hit: true },
      { text: ' deploy', hit: false },
    ]);
  });

  it('shows private tasks to those whose they are alone, and as they are now', async () => {
    const hidden = await task(team, 'Talk about the raise', { private_to: [bo.id] });
    expect(await titles(bo.there, 'raise')).toEqual(['Talk about the raise']);
    expect(await titles(ada, 'raise')).toEqual([]);
    const { db } = server.app;
    await db
      .updateTable('task')
      .set({ private_to: null, text: 'Talk about pay' })
      .where('id', '=', hidden)
      .execute();
    await indexTask(db, hidden);
    expect(await titles(ada, 'raise')).toEqual([]);
    expect(await find(ada, 'pay')).toMatchObject([
      { kind: 'task', task: { id: hidden, status: 'open' } },
    ]);
    await db.deleteFrom('task').where('id', '=', hidden).execute();
    expect(await titles(ada, 'pay')).toEqual([]);
  });

  it('never holds who wrote something', async () => {
    await ended(
      team,
      outcomeWith([
        topics(topic('Onboarding', '', [{ text: 'Slow', by: 'Quentin' }])),
        { as: 'kudos', kudos: [{ to: ['Quentin'], text: 'Thanks', by: 'Quentin' }] },
        {
          as: 'answers',
          question: 'Today',
          answers: [{ text: 'Pairing', by: 'Quentin' }],
          missing: ['Quentin'],
        },
      ]),
    );
    expect(await titles(ada, 'quentin')).toEqual([]);
    const { rows } =
      await sql`select from search_words where words::text ilike '%quentin%'`.execute(
        server.app.db,
      );
    expect(rows).toEqual([]);
  });

  it('narrows to a kind, a team and days', async () => {
    await ended(team, outcomeWith([topics(topic('Zebra one'))], Date.UTC(2026, 0, 5, 23)));
    await ended(team, outcomeWith([topics(topic('Zebra two'))], Date.UTC(2026, 0, 7)));
    await task(team, 'Feed the zebra');
    expect(await titles(ada, 'zebra', '&kind=task')).toEqual(['Feed the zebra']);
    expect(await titles(ada, 'zebra', '&from=2026-01-06&to=2026-01-07')).toEqual(['Zebra two']);
    expect(await titles(ada, 'zebra', '&to=2026-01-05')).toEqual(['Zebra one']);
    expect(await titles(ada, 'zebra', `&kind=topic&team=${team}`)).toHaveLength(2);
    expect(await titles(ada, 'zebra', '&kind=topic&skip=1')).toHaveLength(1);
  });

  it('says nothing of what is running again, or is deleted', async () => {
    const meeting = await ended(team, outcomeWith([topics(topic('Walrus'))]));
    const status = (to: 'running' | 'ended') =>
      server.app.db.updateTable('meeting').set({ status: to }).where('id', '=', meeting).execute();
    await status('running');
    expect(await titles(ada, 'walrus')).toEqual([]);
    await status('ended');
    expect(await titles(ada, 'walrus')).toEqual(['Walrus']);
    bodyOf(await ada.send('DELETE', `/api/meetings/${meeting}`, {}));
    expect(await titles(ada, 'walrus')).toEqual([]);
  });

  it('finds a meeting from its end on, and what it says when it ends again', async () => {
    const started = await ada.post(`/api/teams/${team}/meetings`, { activity: 'agenda-meeting' });
    const id = bodyOf<{ meeting: string }>(started).meeting as MeetingId;
    const run = (name: string, args: object) =>
      server.app.live.submit(id, null, { phase: null, name, args });
    const { facilitator } = (await server.app.meetingLog.load(id))!.doc.board;
    const asHost = (name: string, args: object) =>
      server.app.live.submit(id, facilitator, { phase: null, name, args });
    const promise = { id: 'a', text: 'Water the ficus', owner: null, due: null, topic: null };
    await asHost('addTask', promise);
    expect(await titles(ada, 'ficus')).toEqual([]);
    await run('endMeeting', {});
    expect(await find(ada, 'ficus')).toMatchObject([{ kind: 'task', meeting: { id } }]);
    await asHost('reopenMeeting', {});
    await asHost('editTask', { id: 'a', text: 'Water the palm' });
    await run('endMeeting', {});
    expect(await titles(ada, 'ficus')).toEqual([]);
    expect(await titles(ada, 'palm')).toEqual(['Water the palm']);
  });
});

describe('catching up', () => {
  it('lets be found what was stored before, moved or made private; then finds nothing to do', async () => {
    const old = await ended(team, outcomeWith([topics(topic('Dodo'))]), false);
    const moved = await ended(evesTeam, outcomeWith([topics(topic('Heron'))]));
    const now = await task(team, 'Count the herons');
    const { db, log } = server.app;
    await db.updateTable('meeting').set({ team_id: team }).where('id', '=', moved).execute();
    await db
      .updateTable('task')
      .set({ private_to: [bo.id] })
      .where('id', '=', now)
      .execute();
    expect(await titles(ada, 'dodo')).toEqual([]);
    await Promise.all([catchUp(db, log), catchUp(db, log)]);
    expect(await find(ada, 'dodo')).toMatchObject([{ meeting: { id: old } }]);
    expect(await titles(ada, 'heron')).toEqual(['Heron']);
    expect(await titles(bo.there, 'heron')).toHaveLength(2);
    expect(await titles(eve, 'heron')).toEqual([]);
    const of = () => db.selectFrom('search_document').select('id').orderBy('id').execute();
    const before = await of();
    await catchUp(db, log);
    expect(await of()).toEqual(before);
  });
});
