// Runs in a network of its own (`unshare --net`), where few ports are left for a proxy, and prints
// how many people the doctor predicts and how many then get in.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rondo } from '../../apps/server/src/cli/testing/rondo.ts';
import { connect, databaseUrl } from '../../apps/server/src/database/database.ts';
import { makeLog } from '../../apps/server/src/log.ts';
import { setStage } from '../../apps/server/src/operations/rehearsal/stage.ts';
import { readSettings } from '../../apps/server/src/settings/read.ts';
import { serverProcess } from '../../deploy/testing/server-process.ts';
import { crowd } from './people/crowd.ts';
import { stockNginx } from './stock-nginx.ts';
import { tell } from './tell.ts';

const [many, more] = process.argv.slice(2).map(Number);
if (!many || !more) throw new Error('how many ports, and how many people more?');
execFileSync('ip', ['link', 'set', 'lo', 'up']);
// Nobody else is here: any port is free.
const FIRST = 40_000;
writeFileSync('/proc/sys/net/ipv4/ip_local_port_range', `${FIRST} ${FIRST + many - 1}`);

const data = mkdtempSync(join(tmpdir(), 'rondo-ports-'));
const environment = { PORT: '3000', RONDO_DATA: data };
const server = await serverProcess(3_000, environment);
const nginx = await stockNginx(8_080, 3_000, {
  connections: 8_192,
  files: 20_000,
  // To one address of it there are too few ports as well.
  addresses: ['127.0.0.1', '127.0.0.2'],
});
const asked = await rondo(environment, ['doctor', '--json', 'proxy-nginx']);
const { findings } = JSON.parse(asked.said) as { findings: { data: { people: number } }[] };
const { url, release } = await databaseUrl(readSettings(environment), makeLog('silent'));
const { db, close } = connect(url, makeLog('silent'), release);
const seats = await setStage(db, many + more);
const half = Math.ceil(seats.length / 2);
const people = await Promise.all([
  crowd('http://127.0.0.1:8080', seats.slice(0, half)),
  crowd('http://127.0.0.2:8080', seats.slice(half)),
]);
const inside = people.reduce((sum, each) => sum + each.count('in'), 0);
const isAlive = server.isAlive() && nginx.isAlive();
tell(JSON.stringify({ predicted: findings[0]?.data.people, inside, isAlive }));
for (const each of people) each.leave();
await close();
await nginx.stop();
await server.kill('SIGTERM');
rmSync(data, { recursive: true, force: true });
