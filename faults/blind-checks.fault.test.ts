import { readFileSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { makeLog } from '../apps/server/src/log.ts';
import type { Check, Finding } from '../apps/server/src/operations/doctor/check.ts';
import type { DoctorContext } from '../apps/server/src/operations/doctor/context.ts';
import { examine } from '../apps/server/src/operations/doctor/examine.ts';
import { lookAround } from '../apps/server/src/operations/doctor/look-around.ts';
import { findNginx } from '../apps/server/src/operations/doctor/outside/proxies/nginx.ts';
import { proxyCheck } from '../apps/server/src/operations/doctor/outside/proxy-check.ts';
import { proxyNginx } from '../apps/server/src/operations/doctor/outside/proxy-nginx.ts';
import { publicAddressCheck } from '../apps/server/src/operations/doctor/outside/public-address.ts';
import { NO_PEAK } from '../apps/server/src/operations/ledger/read.ts';
import { setStage } from '../apps/server/src/operations/rehearsal/stage.ts';
import { readSettings } from '../apps/server/src/settings/read.ts';
import { testServer } from '../apps/server/src/testing/server.ts';
import { freePort } from '../bench/free-port.ts';
import { ask } from '../deploy/testing/ask.ts';
import { noNginx } from './rig/nginx.ts';
import { crowd } from './rig/people/crowd.ts';
import { carryOut } from './rig/repair.ts';
import { stockNginx, type StockNginx } from './rig/stock-nginx.ts';

// Before a Friday everything may be said to be well that is not. Here it is said by checks with one
// thing wrong each, and whoever holds them against what then happens has to notice.

/** So many were there last Friday, and 248 fit. */
const PEOPLE = 300;
const LIMITS = { connections: 256, files: 20_000 };

const server = await testServer();
await server.app.db
  .insertInto('peak')
  .values({
    minute: new Date(Date.now() - 3 * 86_400_000),
    node: 'one',
    sockets: PEOPLE,
    handshakes: PEOPLE,
    file_descriptors: 2 * PEOPLE,
    database_connections: 10,
  })
  .execute();

/** What is asked before people come. */
interface Before {
  readonly look: (nginx: StockNginx) => Promise<readonly Finding[]>;
  /** How somebody does what they were told. */
  readonly mend: (repair: string) => void;
}

async function seen(
  nginx: StockNginx,
  check: Check<DoctorContext>,
  more: Partial<DoctorContext> = {},
): Promise<readonly Finding[]> {
  const settings = readSettings({
    ...server.environment,
    PORT: `${server.port}`,
    RONDO_PUBLIC_URL: nginx.url,
  });
  const { db } = server.app;
  const asked = { settings, environment: {}, db, secret: undefined, log: makeLog('silent') };
  return examine({ ...(await lookAround(asked)), ...more }, [check]);
}

const quick = publicAddressCheck(1_500);
const asItIs: Before = { look: (nginx) => seen(nginx, proxyNginx), mend: carryOut };
const thisMany: Before = { look: (nginx) => seen(nginx, quick), mend: carryOut };

/** Everything about a check that leaves people outside. */
async function faultsOf({ look, mend }: Before): Promise<string[]> {
  const nginx = await stockNginx(await freePort(), server.port, LIMITS);
  onTestFinished(nginx.stop);
  const isRed = (found: readonly Finding[]): boolean =>
    found.some(({ severity }) => severity === 'failure');
  const before = await look(nginx);
  if (!isRed(before)) return ['green before the Friday on which people stay outside'];
  mend(before.find(({ severity }) => severity === 'failure')?.repair ?? '');
  await nginx.reload();
  const faults = isRed(await look(nginx)) ? ['still red after its own repair'] : [];
  const friday = await crowd(nginx.url, await setStage(server.app.db, PEOPLE));
  const outside = PEOPLE - friday.count('in');
  friday.leave();
  return outside === 0 ? faults : [...faults, 'people stayed outside all the same'];
}

/** A check that only asks whether pages come. */
const overHttp: Check<DoctorContext> = {
  ...proxyNginx,
  run: async ({ settings }) => {
    const answers = [];
    for (let each = 0; each < 100; each++)
      answers.push((await ask(`${settings.publicUrl}/health`)).status);
    const severity = answers.every((status) => status === 200) ? 'ok' : 'failure';
    const said = { measured: '', threshold: '', repair: '', stopsPublic: false };
    return [{ check: 'over-http', severity, ...said }];
  },
};

/** Takes each person for one connection of the proxy, and its limits for twice of what they are. */
const countsOnce = proxyCheck('nginx', (ports, read) =>
  findNginx(ports, read).map((each) =>
    'people' in each ? { ...each, people: each.people * 4 } : each,
  ),
);

/** Says a number that is too small. */
function tooLittle(repair: string): void {
  carryOut(repair);
  const file = /(\/\S+?):\d+, in events/.exec(repair)?.[1] ?? '';
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/worker_connections \d+;/, 'worker_connections 280;'));
}

const withoutFriday = { peak: NO_PEAK, serversAtPeak: 0 };
const lower: Partial<DoctorContext> = {
  peak: { ...NO_PEAK, month: { ...NO_PEAK.month, sockets: PEOPLE / 3 } },
};

test.skipIf(noNginx !== '').for<[string, Before, string[]]>([
  ['the doctor, by what nginx is told', asItIs, []],
  ['the doctor, by what gets through', thisMany, []],
  [
    'one that only asks for pages',
    { ...asItIs, look: (nginx) => seen(nginx, overHttp) },
    ['green before the Friday on which people stay outside'],
  ],
  [
    'one that knows of no Friday',
    { ...thisMany, look: (nginx) => seen(nginx, quick, withoutFriday) },
    ['green before the Friday on which people stay outside'],
  ],
  [
    'one that is content with a third',
    { ...asItIs, look: (nginx) => seen(nginx, proxyNginx, lower) },
    ['green before the Friday on which people stay outside'],
  ],
  [
    'one that forgets that a person is two connections',
    { ...asItIs, look: (nginx) => seen(nginx, countsOnce) },
    ['green before the Friday on which people stay outside'],
  ],
  [
    'one whose repair is too little',
    { ...asItIs, mend: tooLittle },
    ['still red after its own repair', 'people stayed outside all the same'],
  ],
])('%s', async ([, before, faults]) => {
  expect(await faultsOf(before)).toEqual(faults);
});
