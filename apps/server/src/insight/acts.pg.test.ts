import { randomUUID } from 'node:crypto';
import type { Board, MeetingId, ParticipantId } from '@rondo/meeting';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeLog } from '../log.ts';
import { markedId } from '../operations/rehearsal/clean-up.ts';
import { testDatabase } from '../testing/database.ts';
import { noteActs, type Acts } from './acts.ts';
import { WHOLE_SERVER } from './scope.ts';

const { db } = await testDatabase();
const MEETING = 'm'.repeat(22) as MeetingId;
const [ADA, BEN] = [randomUUID(), randomUUID()];
const [ORGANIZATION, TEAM] = [randomUUID(), randomUUID()];

await sql`
  with people as (insert into "user" (id, name, email) values
    (${ADA}, 'Ada', 'ada@example.org'), (${BEN}, 'Ben', 'ben@example.org'))
  insert into organization (id, name) values (${ORGANIZATION}, 'Engines')`.execute(db);
await sql`insert into team (id, organization_id, name, idle_end_days, language)
  values (${TEAM}, ${ORGANIZATION}, 'Analytics', 14, 'en')`.execute(db);
await sql`insert into meeting (id, team_id, activity_id, activity_name, hues, name, status, guests, facilitator)
  values (${MEETING}, ${TEAM}, 'x', '"X"', '{}', 'X', 'running', 'yes', 'Ada')`.execute(db);
await sql`insert into participant (meeting_id, id, user_id, name)
  values (${MEETING}, 'ada', ${ADA}, 'Ada'), (${MEETING}, 'ben', ${BEN}, 'Ben')`.execute(db);

let clock: number;

const server = (): Acts =>
  noteActs({ db, categoryOf: () => 'standup', now: () => clock, log: makeLog('silent') });

/** What `inMeeting` looks at of a board. */
const boardOf = (...people: string[]): Board =>
  ({
    activity: { id: 'x', name: 'X' },
    people: Object.fromEntries(
      people.map((name) => [
        name,
        { name, role: name === 'kim' ? 'guest' : 'member', state: 'in' },
      ]),
    ),
    // The rest of a board is of no interest to it.
  }) as unknown as Board;

const doing = (who: string | null, name = 'addTask') =>
  [{ me: who as ParticipantId | null, request: { phase: null, name, args: {} } }] as const;

const NOTHING: ReadonlySet<string> = new Set();
const PEOPLE: ReadonlySet<string> = new Set(['people']);

const days = () =>
  db.selectFrom('active_day').select(['day', 'user_id', 'scope']).orderBy('day').execute();
const held = () =>
  db.selectFrom('counted_meeting').select(['contributed_on', 'held_on', 'guests']).execute();

beforeEach(async () => {
  clock = Date.UTC(2026, 10, 23, 12);
  for (const table of ['active_day', 'first_active', 'counted_meeting', 'count_due'] as const)
    await db.deleteFrom(table).execute();
});

describe('an act', () => {
  it('is written once a person and day, however many there are and on however many servers', async () => {
    const [one, two] = [server(), server()];
    for (const each of [one, two, one, two])
      each.inMeeting(MEETING, boardOf('ada'), NOTHING, doing('ada'));
    one.acted(ADA, { team: TEAM });
    two.acted(ADA, { meeting: MEETING });
    await Promise.all([one.flush(), two.flush()]);
    one.inMeeting(MEETING, boardOf('ada'), NOTHING, doing('ada'));
    await one.stop();
    await two.stop();
    expect(await days()).toEqual([{ day: '2026-11-23', user_id: ADA, scope: ORGANIZATION }]);
  });

  it('belongs to the day on which it happened, also where it is written after midnight', async () => {
    const acts = server();
    clock = Date.UTC(2026, 10, 23, 23, 59, 59, 999);
    acts.acted(ADA, { organization: ORGANIZATION });
    clock++;
    acts.acted(BEN, { organization: ORGANIZATION });
    await acts.stop();
    const found = await days();
    expect(found.map(({ day, user_id: user }) => [day, user])).toEqual([
      ['2026-11-23', ADA],
      ['2026-11-24', BEN],
    ]);
    const due = await db.selectFrom('count_due').select('day').orderBy('day').execute();
    expect(due.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24']);
  });

  it('about nothing in particular counts for the server alone; nonsense for ids does no harm', async () => {
    const acts = server();
    acts.acted(ADA, {});
    acts.acted(BEN, { team: 'no uuid', task: randomUUID() });
    await acts.stop();
    expect((await days()).map(({ scope }) => scope)).toEqual([WHOLE_SERVER, WHOLE_SERVER]);
  });

  it('waits for the database while that is away', async () => {
    const acts = server();
    await sql`alter table active_day rename to away`.execute(db);
    acts.inMeeting(MEETING, boardOf('ada', 'ben'), NOTHING, doing('ada'));
    await acts.flush();
    await sql`alter table away rename to active_day`.execute(db);
    expect([await days(), await held()]).toEqual([[], []]);
    await acts.stop();
    expect((await days()).length).toBe(1);
    expect((await held()).length).toBe(1);
  });

  it('of somebody who has erased their account meanwhile brings nobody back', async () => {
    const acts = server();
    acts.acted(randomUUID(), { team: TEAM });
    await acts.stop();
    expect(await days()).toEqual([]);
  });
});

describe('a meeting is held', () => {
  it('on the day on which the second person was there and a contribution; what comes later moves nothing', async () => {
    const [one, two] = [server(), server()];
    // Alone on Monday, on one server…
    one.inMeeting(MEETING, boardOf('ada'), PEOPLE, doing('ada'));
    await one.flush();
    expect(await held()).toEqual([{ contributed_on: '2026-11-23', held_on: null, guests: 0 }]);
    // … the second comes on Tuesday, on another…
    clock += 86_400_000;
    two.inMeeting(MEETING, boardOf('ada', 'ben'), PEOPLE, doing(null, 'enter'));
    await two.flush();
    // … and on Wednesday, after midnight, it ends, with a guest.
    clock += 86_400_000;
    for (const each of [one, two]) {
      each.inMeeting(MEETING, boardOf('ada', 'ben', 'kim'), PEOPLE, doing('ada'));
      await each.stop();
    }
    expect(await held()).toEqual([
      { contributed_on: '2026-11-23', held_on: '2026-11-24', guests: 1 },
    ]);
  });

  it('not by a rehearsal', async () => {
    const [organization, team, meeting] = [markedId(), randomUUID(), 'r'.repeat(22) as MeetingId];
    await sql`insert into organization (id, name) values (${organization}, 'Rehearsal')`.execute(
      db,
    );
    await sql`insert into team (id, organization_id, name, idle_end_days, language)
      values (${team}, ${organization}, 'Rehearsal', 14, 'en')`.execute(db);
    await sql`insert into meeting (id, team_id, activity_id, activity_name, hues, name, status, guests, facilitator)
      values (${meeting}, ${team}, 'x', '"X"', '{}', 'X', 'running', 'yes', 'Ada')`.execute(db);
    const acts = server();
    acts.inMeeting(meeting, boardOf('ada', 'ben'), PEOPLE, doing('ada'));
    await acts.stop();
    expect(await held()).toEqual([]);
  });

  it('not by steering alone', async () => {
    const acts = server();
    acts.inMeeting(MEETING, boardOf('ada', 'ben'), PEOPLE, doing('ada', 'finishPhase'));
    await acts.stop();
    expect(await held()).toEqual([]);
    // Ada was active by that all the same.
    expect((await days()).length).toBe(1);
  });
});
