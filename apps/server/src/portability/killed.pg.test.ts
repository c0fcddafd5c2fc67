import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DataJob } from '@rondo/contract';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, homeOf, newTeam } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { runExport } from './export/run.ts';
import { runImport } from './import/run.ts';
import { ended, fetched, opened, sent } from './testing/by-hand.ts';

const ALONE = join(import.meta.dirname, 'testing/work-alone.ts');
/** Who holds this number holds up whoever comes to the place that waits for it. */
const HELD = 4_711;

let server: TestServer;
let ada: Browser;
let user: string;
let organization: string;
let archive: Buffer;

beforeAll(async () => {
  server = await testServer();
  ({ ada } = await claimedBy(server));
  const home = await homeOf(ada);
  user = home.me.id;
  ({ organization } = home);
  await newTeam(ada, organization, 'Second');
  const asked = await ada.post(`/api/organizations/${organization}/exports`);
  const job = await ended(ada, bodyOf<DataJob>(asked));
  archive = (await fetched(server.url, ada, job.id)).body;
  // The second team of an import, and each piece of an export, wait for whoever holds the number.
  await server.app.pool.query(`
    create function held_up() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(${HELD});
      return new;
    end $$;
    create trigger held_up before insert on team for each row
      when (new.name like 'Second%') execute function held_up();
    create trigger held_up before insert on kept_file_piece for each row execute function held_up()`);
});

/** Holds up who comes there, until `letGo`; `come` waits for somebody who is held up. */
async function holdUp() {
  const client = await server.app.pool.connect();
  await client.query(`select pg_advisory_lock(${HELD})`);
  return {
    come: () =>
      vi.waitFor(
        async () => {
          const { rowCount } = await client.query(
            `select from pg_locks where locktype = 'advisory' and objid = ${HELD} and not granted`,
          );
          expect(rowCount).toBeGreaterThan(0);
        },
        { timeout: 15_000, interval: 25 },
      ),
    letGo: async () => {
      await client.query(`select pg_advisory_unlock(${HELD})`);
      client.release();
    },
  };
}

/** A job that no server has heard of yet. */
async function wished(kind: 'export' | 'import', file: string | null): Promise<string> {
  const id = randomUUID();
  const whose = { user_id: user, organization_id: kind === 'export' ? organization : null };
  await server.app.db
    .insertInto('data_job')
    .values({ id, kind, scope: 'organization', ...whose, team_id: null, file_id: file })
    .execute();
  return id;
}

/** Has a process do it, and takes its power away in the midst of it. */
async function killedAt(kind: 'export' | 'import', job: string): Promise<void> {
  const held = await holdUp();
  const process = spawn(globalThis.process.execPath, [ALONE, kind, job], {
    env: { ...globalThis.process.env, ...server.environment },
    stdio: 'inherit',
  });
  const gone = once(process, 'exit');
  await held.come();
  process.kill('SIGKILL');
  await gone;
  await held.letGo();
}

const count = async (table: 'organization' | 'team' | 'kept_file'): Promise<number> =>
  (await server.app.db.selectFrom(table).select('id').execute()).length;

test('an import whose server is killed is done by others, once', async () => {
  const before = { organizations: await count('organization'), teams: await count('team') };
  const job = await wished('import', await sent(ada, 'archive.zip', archive));
  await killedAt('import', job);
  const half = bodyOf<DataJob>(await ada.get(`/api/data-jobs/${job}`));
  // What was made is whole; of the second team there is nothing.
  expect(half).toMatchObject({ state: 'working', made: [{}] });
  expect(await count('team')).toBe(before.teams + 1);

  // Two take it up at the same time.
  const tries = [1, 2].map(() => runImport(server.app, job, false));
  await Promise.allSettled(tries);
  const done = bodyOf<DataJob>(await ada.get(`/api/data-jobs/${job}`));
  expect(done).toMatchObject({ state: 'ready', failure: null, made: [{}, {}] });
  expect(done.made[0]).toEqual(half.made[0]);
  expect(await count('organization')).toBe(before.organizations + 1);
  expect(await count('team')).toBe(before.teams + 2);
});

test('an export whose server is killed is done by others, once, and nothing of the first try is left', async () => {
  const before = await count('kept_file');
  const job = await wished('export', null);
  await killedAt('export', job);
  expect(await count('kept_file')).toBe(before + 1);

  await runExport(server.app.db, server.app.log, job, false);
  // Who comes later finds it done.
  await runExport(server.app.db, server.app.log, job, false);
  const done = bodyOf<DataJob>(await ada.get(`/api/data-jobs/${job}`));
  expect(done).toMatchObject({ state: 'ready', failure: null });
  expect(await count('kept_file')).toBe(before + 1);
  const { body } = await fetched(server.url, ada, job);
  const whole = await opened(body);
  expect(whole.paths).toContain('people.json');
  await whole.close();
});

test('what somebody cancels is not done any more, and nothing of it is kept', async () => {
  const before = { files: await count('kept_file'), teams: await count('team') };
  const upload = await sent(ada, 'archive.zip', archive);
  const held = await holdUp();
  const [into, out] = [
    bodyOf<DataJob>(await ada.post('/api/imports', { upload, organization, invite: false })),
    bodyOf<DataJob>(await ada.post(`/api/organizations/${organization}/exports`)),
  ];
  await held.come();
  for (const { id } of [into, out]) bodyOf(await ada.send('DELETE', `/api/data-jobs/${id}`));
  await held.letGo();
  await vi.waitFor(async () => {
    const { rowCount } = await server.app.pool.query(
      `select from pg_locks where locktype = 'advisory' and objid = ${HELD}`,
    );
    expect(rowCount).toBe(0);
    expect(await count('kept_file')).toBe(before.files);
  });
  for (const { id } of [into, out]) {
    const job = bodyOf<DataJob>(await ada.get(`/api/data-jobs/${id}`));
    expect(job).toMatchObject({ state: 'cancelled', file: null });
  }
  // The team before was whole already when it was cancelled, and is theirs to delete.
  expect(await count('team')).toBe(before.teams + 1);
});
