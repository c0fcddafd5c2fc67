import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { rondo } from '../apps/server/src/cli/testing/rondo.ts';
import { cookieName } from '../apps/server/src/meetings/credentials.ts';
import { Report } from '../apps/server/src/operations/doctor/report.ts';
import { setStage, type Seat } from '../apps/server/src/operations/rehearsal/stage.ts';
import { testDatabase } from '../apps/server/src/testing/database.ts';
import { freePort } from '../bench/free-port.ts';
import { ask } from '../deploy/testing/ask.ts';
import { serverProcess, type ServerProcess } from '../deploy/testing/server-process.ts';
import { programs, tightProxy, type Kind } from '../deploy/testing/tight-proxies.ts';
import { inForm, isLong } from './length.ts';
import { crowd } from './rig/people/crowd.ts';
import { person, type Person } from './rig/people/person.ts';
import { tell } from './rig/tell.ts';

/** So many more come than fit. */
const TOO_MANY = inForm({ short: 20, long: 200 });
const WORDS = 10;

const { url: database, db } = await testDatabase();
const data = mkdtempSync(join(tmpdir(), 'rondo-limits-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const nginx = (connections: number): string => `
  user root; worker_processes 2;
  events { worker_connections ${connections}; }
  http {
    access_log off;
    upstream app { server 127.0.0.1:%server%; }
    server { listen 127.0.0.1:%listen%; location / {
      proxy_pass http://app; proxy_http_version 1.1; proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";
      proxy_set_header X-Forwarded-For $remote_addr; proxy_read_timeout 1h; proxy_send_timeout 1h;
    } }
  }`;

const haproxy = (global: string): string => `global
  ${global}
defaults
  mode http
  timeout connect 2s
  timeout client 50s
  timeout server 50s
  timeout tunnel 1h
frontend people
  bind 127.0.0.1:%listen%
  http-request set-header X-Forwarded-For %[src]
  default_backend app
backend app
  server one 127.0.0.1:%server%
`;

const caddy = `{
	admin off
	auto_https off
}
http://localhost:%listen% {
	reverse_proxy 127.0.0.1:%server%
}
`;

interface Tight {
  readonly of: string;
  /** What stands in front. */
  readonly proxy?: { readonly kind: Kind; readonly settings: string; readonly files: number };
  readonly server?: { readonly files?: number; readonly most?: number };
  readonly isLongOnly?: boolean;
}

const left = (kind: Kind): string => {
  const found = programs[kind];
  return 'path' in found ? '' : found.missing;
};

/** A network of its own, with few ports, is for root. */
const why = process.getuid?.() === 0 ? left('nginx') : 'only root can make a network';

const MANY = 20_000;
const all: readonly Tight[] = [
  {
    of: 'connections of nginx',
    proxy: { kind: 'nginx', settings: nginx(512), files: MANY },
  },
  {
    of: 'files of nginx',
    proxy: { kind: 'nginx', settings: nginx(8_192), files: 300 },
    isLongOnly: true,
  },
  {
    of: 'connections of HAProxy',
    proxy: { kind: 'haproxy', settings: haproxy('maxconn 200'), files: MANY },
    isLongOnly: true,
  },
  {
    of: 'files of HAProxy',
    proxy: { kind: 'haproxy', settings: haproxy(''), files: 400 },
    isLongOnly: true,
  },
  {
    of: 'files of Caddy',
    proxy: { kind: 'caddy', settings: caddy, files: 400 },
    isLongOnly: true,
  },
  { of: 'files of the server', server: { files: 400 } },
  { of: 'connections that the server is told to take', server: { most: 150 }, isLongOnly: true },
  {
    of: 'files of the server, behind a proxy with many',
    server: { files: 400 },
    proxy: { kind: 'nginx', settings: nginx(8_192), files: MANY },
    isLongOnly: true,
  },
];
const played = all.filter(({ isLongOnly }) => isLong || !isLongOnly);

/** How many people the doctor says fit, as it is asked at the terminal. */
async function predicted(check: string, port: number, most?: number): Promise<number> {
  const environment = {
    PORT: `${port}`,
    RONDO_DATA: data,
    DATABASE_URL: database,
    ...(most !== undefined && { RONDO_MAX_CONNECTIONS: `${most}` }),
  };
  const { said } = await rondo(environment, ['doctor', '--json', check]);
  const { findings } = Report.parse(JSON.parse(said));
  const figure = check === 'file-descriptors' ? 'fit' : 'people';
  const [people] = findings.flatMap(({ data: known }) => known?.[figure] ?? []);
  return Number(people);
}

/** Of several teams: when it gets crowded, no team may have more than half of a server. */
async function seatsFor(people: number): Promise<Seat[]> {
  const teams = Array.from({ length: 4 }, () => setStage(db, Math.ceil(people / 4)));
  return (await Promise.all(teams)).flat().slice(0, people);
}

function sitDown({ meeting, key }: Seat, name: string, url: string): Person {
  const cookie = `${cookieName(meeting, { publicUrl: undefined })}=${key}`;
  const somebody = person({
    name,
    seat: { meeting, cookie, leads: false },
    urls: () => [url],
  });
  onTestFinished(() => somebody.client.close());
  return somebody;
}

async function started({ server }: Tight): Promise<ServerProcess> {
  const port = await freePort();
  const most = server?.most;
  const environment = {
    RONDO_DATA: data,
    DATABASE_URL: database,
    ...(most !== undefined && { RONDO_MAX_CONNECTIONS: `${most}` }),
  };
  const running = await serverProcess(port, environment, undefined, server?.files);
  onTestFinished(async () => void (await running.kill('SIGTERM')));
  return running;
}

describe('more people than fit', () => {
  test.for(played)(
    'too few $of: as many fit as predicted; who is in stays, who comes later gets in when there is room',
    async (tight, { skip }) => {
      const { of, proxy, server: own } = tight;
      if (proxy) skip(left(proxy.kind) !== '', left(proxy.kind));
      const server = await started(tight);
      const front =
        proxy && (await tightProxy(proxy.kind, server.port, proxy.settings, proxy.files));
      if (front) onTestFinished(front.stop);
      const url = front?.url ?? `http://localhost:${server.port}`;
      const check = own ? 'file-descriptors' : `proxy-${proxy?.kind}`;
      const fit = await predicted(check, server.port, own?.most);

      const [first, second, ...others] = await seatsFor(fit + TOO_MANY + 2);
      if (!first || !second) throw new Error('a meeting has people');
      const [ann, bob] = [sitDown(first, 'Ann', url), sitDown(second, 'Bob', url)];
      await expect
        .poll(() => [ann, bob].map((each) => each.said.at(-1)?.is))
        .toEqual(['live', 'live']);

      const many = await crowd(url, others);
      onTestFinished(many.leave);
      const inside = 2 + many.count('in');
      tell(`too few ${of}: ${fit} predicted, ${inside} were in`);
      expect(Math.abs(inside - fit)).toBeLessThanOrEqual(fit * 0.05);
      // A server says so. A proxy that has nothing left cannot.
      if (own) expect(many.count('waits')).toBe(others.length - many.count('in'));

      // Who is in notices nothing.
      const took: number[] = [];
      for (let word = 0; word < WORDS; word++) took.push(await ann.write(), await bob.write());
      expect(Math.max(...took)).toBeLessThan(5_000);
      const answers = [ann, bob].flatMap(({ made }) => made.map(({ answer }) => answer));
      expect(answers).toEqual(Array.from({ length: 2 * WORDS }, () => 'done'));
      if (own) expect(await ask(`${url}/health`)).toMatchObject({ status: 200 });
      const still = 2 + many.count('in');
      expect(still).toBe(inside);

      many.leave();
      await expect
        .poll(
          async () => {
            const next = await crowd(url, others.slice(0, 20));
            next.leave();
            return next.count('in');
          },
          { timeout: 20_000 },
        )
        .toBe(20);
      expect([ann, bob].flatMap(({ defects }) => defects)).toEqual([]);
      expect(
        [ann, bob].map(({ said }) =>
          said.slice(said.findIndex(({ is }) => is === 'live')).map(({ is }) => is),
        ),
      ).toEqual([['live'], ['live']]);
      expect(server.isAlive()).toBe(true);
    },
  );

  test.skipIf(!isLong || why !== '')(
    `too few ports between proxy and server: as many fit as predicted${why && ` (left out: ${why})`}`,
    async () => {
      const script = join(import.meta.dirname, 'rig/narrow-ports.ts');
      const inIts = ['--net', process.execPath, script, '300', '60'];
      const { stdout } = await promisify(execFile)('unshare', inIts);
      // As the script prints it.
      const { predicted: fit, ...came } = JSON.parse(stdout) as Record<string, number>;
      tell(`too few ports: ${fit} predicted, ${came['inside']} were in`);
      expect(came).toMatchObject({ isAlive: true });
      expect(Math.abs((came['inside'] ?? 0) - (fit ?? 0))).toBeLessThanOrEqual((fit ?? 0) * 0.05);
    },
  );
});
