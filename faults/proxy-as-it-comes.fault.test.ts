import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { rondo } from '../apps/server/src/cli/testing/rondo.ts';
import { Report } from '../apps/server/src/operations/doctor/report.ts';
import type { RehearsalResult } from '../apps/server/src/operations/rehearsal/rehearse.ts';
import { setStage } from '../apps/server/src/operations/rehearsal/stage.ts';
import { testDatabase } from '../apps/server/src/testing/database.ts';
import { freePort } from '../bench/free-port.ts';
import { ask } from '../deploy/testing/ask.ts';
import { serverProcess } from '../deploy/testing/server-process.ts';
import { inForm, isLong } from './length.ts';
import { noNginx } from './rig/nginx.ts';
import { crowd, type Crowd } from './rig/people/crowd.ts';
import { carryOut, sendSignals } from './rig/repair.ts';
import { stockNginx } from './rig/stock-nginx.ts';

/** The Friday before: so many were there, and so many come again. */
const PEOPLE = inForm({ short: 150, long: 800 });
const PROBES = 100;

const { url: database, db } = await testDatabase();
const data = mkdtempSync(join(tmpdir(), 'rondo-friday-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));
await db
  .insertInto('peak')
  .values({
    minute: new Date(Date.now() - 3 * 86_400_000),
    node: 'one',
    sockets: PEOPLE,
    handshakes: PEOPLE,
    file_descriptors: 2 * PEOPLE,
    database_connections: 24,
  })
  .execute();

/** The server and nginx in front of it, and how one asks about them at the terminal. */
async function installation(limits: { connections: number; files: number }) {
  const [port, own] = [await freePort(), await freePort()];
  const nginx = await stockNginx(port, own, limits);
  onTestFinished(nginx.stop);
  const environment = {
    PORT: `${own}`,
    HOST: '127.0.0.1',
    RONDO_DATA: data,
    RONDO_PUBLIC_URL: nginx.url,
    DATABASE_URL: database,
  };
  const server = await serverProcess(own, environment);
  onTestFinished(async () => void (await server.kill('SIGTERM')));

  const doctor = async (): Promise<Report> => {
    const { said } = await rondo(environment, ['doctor', '--json']);
    return Report.parse(JSON.parse(said));
  };
  const rehearse = async (): Promise<RehearsalResult & { code: number }> => {
    const ran = await rondo(environment, ['rehearse', '--json']);
    // What the command prints is what the rehearsal has returned.
    return { ...(JSON.parse(ran.said) as RehearsalResult), code: ran.code };
  };
  /** How many of a hundred checks over HTTP are well, one after the other. */
  const healthy = async (): Promise<number> => {
    let well = 0;
    for (let each = 0; each < PROBES; each++) {
      const said = await ask(`${nginx.url}/ready`).catch(() => undefined);
      if (said?.status === 200) well++;
    }
    return well;
  };
  const friday = async (people: number): Promise<Crowd> =>
    crowd(nginx.url, await setStage(db, people));
  return { nginx, doctor, rehearse, healthy, friday };
}

/** Which checks have failed; the PostgreSQL of all tests is fast and would lose data, as the doctor says. */
const failed = ({ findings }: Report): string[] =>
  findings
    .filter(({ severity, check }) => severity === 'failure' && check !== 'database-safety')
    .map(({ check }) => check);

describe.skipIf(noNginx !== '')(`nginx as it comes${noNginx && ` (left out: ${noNginx})`}`, () => {
  test.for([
    {
      of: 'connections of its workers',
      limits: { connections: inForm({ short: 96, long: 768 }), files: 20_000 },
      fit: inForm({ short: 93, long: 744 }),
      most: inForm({ short: 96, long: 768 }),
      come: PEOPLE,
      hearsReload: true,
    },
    // Who is out of files does not answer, and everybody has to be waited for.
    ...(isLong
      ? [
          {
            of: 'files of its processes',
            limits: { connections: 8_192, files: 1_024 },
            fit: 1_012,
            most: 1_024,
            come: PEOPLE * 1.5,
            hearsReload: false,
          },
        ]
      : []),
  ])(
    'too few $of: red before anybody comes, with the lines that let everybody in',
    async ({ limits, fit, most, come, hearsReload }) => {
      const { nginx, doctor, rehearse, healthy, friday } = await installation(limits);

      // What was looked at before, and was well.
      expect(await healthy()).toBe(PROBES);
      const before = await doctor();
      const rehearsed = await rehearse();

      expect(failed(before).toSorted()).toEqual(['proxy-nginx', 'public-address']);
      expect(rehearsed).toMatchObject({ code: 2, passed: false, limit: { where: 'proxy' } });
      const found = before.findings.find(({ check }) => check === 'proxy-nginx');
      expect(found?.data).toMatchObject({ people: fit });

      // What would have come of it.
      const first = await friday(come);
      const inside = first.count('in');
      expect(inside).toBeLessThanOrEqual(most);

      carryOut(found?.repair ?? '');
      // Whoever is outside knocks again and again, and takes every file that comes free.
      if (!hearsReload) await nginx.knockUntilFull();
      await nginx.reload();
      if (!hearsReload) {
        const deaf = (await doctor()).findings.filter(({ measured }) => /no reload/.test(measured));
        expect(deaf).toMatchObject([{ check: 'proxy-nginx', severity: 'failure' }]);
        sendSignals(deaf[0]?.repair ?? '');
      }
      const after = await doctor();
      expect(failed(after)).toEqual([]);
      const mended = after.findings.filter(({ check }) => check === 'proxy-nginx');
      expect(mended).toHaveLength(1);
      expect(mended[0]?.data['people']).toBeGreaterThanOrEqual(4 * PEOPLE);
      // More than at the peak came in the other case, and the ledger may know it by now.
      if (come <= PEOPLE) expect(mended[0]).toMatchObject({ severity: 'ok' });
      // Who was in has stayed, with workers of before.
      expect(first.count('in')).toBe(inside);
      first.leave();
      // A green rehearsal takes a minute, however few come.
      if (isLong) expect(await rehearse()).toMatchObject({ code: 0, passed: true, limit: null });

      const next = await friday(come);
      expect(next.count('in')).toBe(come);
      expect(await healthy()).toBe(PROBES);
      next.leave();
    },
  );
});
