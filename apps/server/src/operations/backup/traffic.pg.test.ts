import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Me } from '@rondo/contract';
import type { MeetingId, TaskId } from '@rondo/meeting';
import { beforeAll, expect, it } from 'vitest';
import { connect } from '../../database/database.ts';
import { postgresLog } from '../../live/postgres-log.ts';
import { makeLog } from '../../log.ts';
import { browser } from '../../testing/browser.ts';
import { bodyOf, claimedBy, inMeeting, joined, type Owner } from '../../testing/people.ts';
import { PLANNED } from '../../testing/planned.ts';
import { freshDatabase } from '../../testing/postgres.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { replayMeetings } from './invariants.ts';
import { openBackup } from './open.ts';
import { restoreInto } from './restore.ts';
import { takeBackup } from './take.ts';
import { dumpOf, on } from './testing/on.ts';
import { temporary } from './testing/temporary.ts';

const RONDO_SECRET = 'a secret of more than thirty-two characters';
const PASSPHRASE = 'three ducks in a row';
/** The task in which people of a test count. */
const COUNT = 'count' as TaskId;

let server: TestServer;
let owner: Owner;
let running: MeetingId[];
let ended: MeetingId;

beforeAll(async () => {
  server = await testServer({ RONDO_SECRET });
  owner = await claimedBy(server);
  await joined(server, owner, 'Bo');
  const { ada, team } = owner;
  running = [];
  for (const activity of ['start-stop-continue', 'agenda-meeting', 'sailboat'])
    running.push(await start(activity));
  ended = await start('agenda-meeting');
  await promise(ended, 'kept', 'Water the plants');
  await submit(ended, 'endMeeting', {});
  const content = {
    category: 'workshop',
    name: 'Heads or tails',
    summary: 'We vote before we group.',
    purpose: 'When the order does not matter.',
    minutes: 30,
    people: { min: 2, max: 9 },
    hues: ['moss', 'sky'],
    keywords: { en: ['coin'], de: ['coin'] },
    flow: [{ kind: 'discuss' }],
  };
  bodyOf(await ada.post(`/api/teams/${team}/activities`, { content }));
  const series = {
    ...PLANNED,
    number: 117,
    first: '2099-03-02T09:30',
    zone: 'Europe/Berlin',
    rhythm: { every: 'week', interval: 1, on: [2] },
    anonymous: false,
    mail: true,
    endPrevious: true,
  };
  bodyOf(await ada.post(`/api/teams/${team}/series`, series));
  // So much that a backup takes its time.
  await server.app.pool.query(`
    insert into mail (id, recipient, subject, html, text, kind, state)
    select gen_random_uuid(), n || '@example.org', 'x', md5(n::text), md5(n || 'y'), 'outcome', 'kept'
    from generate_series(1, 10000) n`);
});

async function start(activity: string): Promise<MeetingId> {
  const started = await owner.ada.post(`/api/teams/${owner.team}/meetings`, { activity });
  return bodyOf<{ meeting: MeetingId }>(started).meeting;
}

async function submit(meeting: MeetingId, name: string, args: object, at = server) {
  const board = (await at.app.meetingLog.load(meeting))?.doc.board;
  const who = name === 'endMeeting' ? null : (board?.facilitator ?? null);
  const settled = await at.app.live.submit(meeting, who, { phase: null, name, args });
  expect(settled).not.toHaveProperty('refused');
}

const promise = (meeting: MeetingId, id: string, text: string, at = server) =>
  submit(meeting, 'addTask', { id, text, owner: null, due: null, topic: null }, at);

const tasksIn = async (meeting: MeetingId, at: TestServer): Promise<string[]> =>
  Object.keys((await at.app.meetingLog.load(meeting))?.doc.board.tasks ?? {});

async function restored(file: string): Promise<string> {
  const url = await freshDatabase({ empty: true });
  await restoreInto(url, await openBackup(file, PASSPHRASE));
  return url;
}

it('while people work, a backup shows one moment: all that was answered before, and no half of anything', async () => {
  const { pool } = server.app;
  await pool.query(`
    create table left_side (n int primary key); create table right_side (n int primary key)`);
  let isOver = false;
  /** How often each of the running meetings has taken a command. */
  const answered = running.map(() => 0);
  const meetings = running.map(async (meeting, i) => {
    await promise(meeting, COUNT, '0');
    while (!isOver) {
      const text = String(answered[i]! + 1);
      await submit(meeting, 'editTask', { id: COUNT, text });
      answered[i] = Number(text);
    }
  });
  const pairs = (async () => {
    for (let n = 0; !isOver; n++) {
      const client = await pool.connect();
      await client.query('begin');
      await client.query('insert into right_side values ($1)', [n]);
      await client.query('insert into left_side values ($1)', [n]);
      await client.query('commit');
      client.release();
    }
  })();
  await expect.poll(() => Math.min(...answered), { timeout: 20_000 }).toBeGreaterThan(3);
  const before = [...answered];
  const file = join(temporary(), 'a.tar.zst.sealed');
  const url = server.environment['DATABASE_URL']!;
  await takeBackup({ url, file, passphrase: PASSPHRASE, secret: RONDO_SECRET });
  const after = [...answered];
  isOver = true;
  await Promise.all([...meetings, pairs]);
  await pool.query('drop table left_side; drop table right_side');
  expect(sum(after)).toBeGreaterThan(sum(before));

  const { left_side: left, right_side: right } = (await openBackup(file, PASSPHRASE)).checksums
    .tables;
  expect(left).toEqual(right);
  expect(left?.rows).toBeGreaterThan(0);
  const copy = connect(await restored(file), makeLog('silent'), () => Promise.resolve());
  const never = () => Promise.reject(new Error('only read here'));
  const log = postgresLog(copy.pool, copy.db, { ended: never, reopened: never });
  for (const [i, meeting] of running.entries()) {
    const counted = Number((await log.load(meeting))?.doc.board.tasks[COUNT]?.text);
    expect(counted).toBeGreaterThanOrEqual(before[i]!);
    expect(counted).toBeLessThanOrEqual(after[i]! + 1);
  }
  expect(await replayMeetings(copy)).toEqual({ running: running.length, broken: [] });
  await copy.close();
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

it('a server that starts with what was restored goes on where the other one was', async () => {
  const file = join(temporary(), 'a.tar.zst.sealed');
  const url = server.environment['DATABASE_URL']!;
  const cookies = new Map(owner.ada.cookies);
  const [meeting = ended] = running;
  const tasks = await tasksIn(meeting, server);
  await server.stop();
  await takeBackup({ url, file, passphrase: PASSPHRASE, secret: RONDO_SECRET });
  const target = await restored(file);
  expect(await dumpOf(target)).toEqual(await dumpOf(url));

  const next = await testServer({ RONDO_SECRET, DATABASE_URL: target });
  const ada = browser(next.url);
  for (const [name, value] of cookies) ada.cookies.set(name, value);
  expect(bodyOf<Me>(await ada.get('/api/me')).name).toBe('Ada');
  const listed = async (status: string): Promise<string[]> => {
    const answer = await ada.get(`/api/teams/${owner.team}/meetings?status=${status}`);
    return bodyOf<{ meetings: { id: string }[] }>(answer).meetings.map(({ id }) => id);
  };
  expect((await listed('running')).sort()).toEqual([...running].sort());
  expect(await listed('ended')).toEqual([ended]);
  const open = await ada.get(`/api/teams/${owner.team}/tasks?status=open`);
  expect(open.text).toContain('Water the plants');
  const { socket, first } = await inMeeting(next, ada, meeting);
  expect(first.t).toBe('welcome');
  await promise(meeting, 'after', 'After the restore', next);
  expect(await tasksIn(meeting, next)).toEqual([...tasks, 'after']);
  socket.terminate();
  await next.stop();
});

it('a disk that is full leaves the backups that are there, no half one, and a note for the doctor', async () => {
  const data = temporary();
  const DATABASE_URL = await freshDatabase();
  await on(DATABASE_URL, (client) =>
    client.query(`
      insert into mail (id, recipient, subject, html, text, kind)
      select gen_random_uuid(), md5(random()::text), 'x', '', '', 'outcome' from generate_series(1, 5000)`),
  );
  const backups = join(data, 'backups');
  const cli = (limit: string, ...words: string[]) =>
    spawnSync(
      'sh',
      [
        '-c',
        `ulimit -f ${limit}; exec "$0" "$@"`,
        process.execPath,
        join(import.meta.dirname, '..', '..', 'cli', 'main.ts'),
        ...words,
      ],
      {
        env: { PATH: process.env['PATH'], RONDO_DATA: data, DATABASE_URL, RONDO_SECRET },
        encoding: 'utf8',
      },
    );
  writeFileSync(join(data, 'words'), PASSPHRASE);
  const words = ['--passphrase-file', join(data, 'words')];
  const good = cli('unlimited', 'backup', ...words, '--keep', '1');
  expect(good.stdout, good.stderr).toContain('Sealed');
  const before = readdirSync(backups);
  expect(before).toEqual([expect.stringMatching(/\.sealed$/)]);
  // A file may have 64 blocks of 512 bytes.
  const bad = cli('64', 'backup', '--to', join(backups, 'b.tar.zst'));
  expect(bad.status).toBe(1);
  expect(bad.stderr).toMatch(/could not be written to .*backups, and nothing of it remains/);
  expect(readdirSync(backups)).toEqual(before);
  const tried = cli('unlimited', 'verify-backup', join(backups, before[0]!), ...words);
  expect(tried.stdout, tried.stderr).toContain('are as they were');
  await on(DATABASE_URL, async (client) => {
    const { rows } = await client.query(
      `select kind, succeeded, result from operation_run order by at`,
    );
    expect(rows).toMatchObject([
      { kind: 'backup', succeeded: true, result: { encrypted: true } },
      { kind: 'backup', succeeded: false, result: { why: 'EFBIG' } },
      { kind: 'restore-test', succeeded: true, result: { encrypted: true, broken: 0 } },
    ]);
  });
});
