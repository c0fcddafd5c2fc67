import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { environmentOf, processesNamed, unitOf, type SystemProcess } from './processes.ts';
import {
  HEARTBEAT_SECONDS,
  PORTS_REPAIR,
  portsPerAddress,
  roomFor,
  secondsOf,
  type Fault,
  type Proxy,
  type Unreadable,
} from './proxy.ts';

/** What Caddy holds open beside connections. */
const OWN_FILES = 12;

/** Every Caddy of this machine that leads to one of these ports. */
export async function findCaddy(
  ports: readonly number[],
  read: (path: string) => string | undefined,
): Promise<(Proxy | Unreadable)[]> {
  const found = processesNamed('caddy').map(async (running): Promise<Proxy | Unreadable | null> => {
    try {
      return await look(running, ports, read);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return { kind: 'Caddy', why: error.message.trim().split('\n').at(-1) ?? '' };
    }
  });
  return (await Promise.all(found)).filter((each) => each !== null);
}

const run = promisify(execFile);

/** Never the one that the process names: anybody may call a program `caddy`, and we may be root. */
const PROGRAM = 'caddy';

/** What a Caddyfile may ask for, without what changes how programs are loaded. */
const settingsIn = (environment: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(LD_|GO|SSL_)/.test(name)));

async function look(
  running: SystemProcess,
  ports: readonly number[],
  read: (path: string) => string | undefined,
): Promise<Proxy | null> {
  const { files = Infinity } = running;
  const file = configOf(running);
  const ways = handlersOf(await settingsOf(running, file)).filter(({ upstreams = [] }) =>
    upstreams.some(({ dial = '' }) => ports.some((port) => dial.endsWith(`:${port}`))),
  );
  if (ways.length === 0) return null;
  const addresses = new Set(
    ways.flatMap(({ upstreams = [] }) => upstreams.map(({ dial }) => dial)),
  );
  const range = portsPerAddress(read);
  const byFiles = Math.floor((files - OWN_FILES) / 2);
  const byPorts = addresses.size * range;
  return {
    kind: 'Caddy',
    pid: running.pid,
    file,
    people: Math.min(byFiles, byPorts),
    limitedBy: byFiles <= byPorts ? `a file limit of ${files}` : `${range} ports to each upstream`,
    repairFor: (people) => {
      const line = `\`LimitNOFILE=${roomFor(people * 2)}\` in its unit (\`systemctl edit caddy\`); then restart Caddy`;
      return people > byPorts ? `${line}; ${PORTS_REPAIR}` : line;
    },
    faults: [
      ...(await reloads(running, file, ways, read)),
      ...ways.flatMap((way) => cutsSilence(way, file)),
    ],
  };
}

function configOf({ command, folder }: SystemProcess): string {
  const named = command[command.indexOf('--config') + 1 || -1] ?? 'Caddyfile';
  return isAbsolute(named) ? named : join(folder, named);
}

/** What Caddy makes of its file, as JSON. */
async function settingsOf(running: SystemProcess, file: string): Promise<unknown> {
  if (file.endsWith('.json')) return JSON.parse(readFileSync(running.root + file, 'utf8'));
  if (running.root !== '') throw new Error('it runs in a container');
  const { stdout } = await run(PROGRAM, ['adapt', '--adapter', 'caddyfile', '--config', file], {
    timeout: 10_000,
    env: { ...settingsIn(environmentOf(running)), PATH: process.env['PATH'] },
  });
  return JSON.parse(stdout);
}

interface Handler {
  readonly handler: 'reverse_proxy';
  readonly upstreams?: readonly { readonly dial?: string }[];
  readonly stream_close_delay?: unknown;
  readonly stream_timeout?: unknown;
  readonly transport?: { readonly read_timeout?: unknown; readonly write_timeout?: unknown };
}

/** Everything that hands over to servers, however deep in there. */
function handlersOf(value: unknown): Handler[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(handlersOf);
  const isOne = 'handler' in value && value.handler === 'reverse_proxy';
  // Caddy checks its own settings; what we read of them is checked where it is used.
  return isOne ? [value as Handler, ...inside] : inside;
}

async function reloads(
  running: SystemProcess,
  file: string,
  ways: readonly Handler[],
  read: (path: string) => string | undefined,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const said = running.root === '' ? (await run(PROGRAM, ['version'])).stdout : '';
  const [, major = 2, minor = 7] = (/(\d+)\.(\d+)/.exec(said) ?? []).map(Number);
  const isOld = major < 2 || (major === 2 && minor < 7);
  if (isOld)
    faults.push({
      severity: 'warning',
      place: running.command[0] ?? PROGRAM,
      measured: `Caddy ${major}.${minor}: every reload cuts all meetings at once`,
      threshold: 'Caddy 2.7 or newer',
      repair: 'Caddy from https://caddyserver.com/docs/install#debian-ubuntu-raspbian',
    });
  else if (ways.some((way) => way.stream_close_delay === undefined))
    faults.push({
      severity: 'warning',
      place: file,
      measured: 'every reload cuts all meetings at once',
      threshold: 'stream_close_delay 1h',
      repair: `${file}, in reverse_proxy { }: \`stream_close_delay 1h\``,
    });
  const unit = unitOf(running);
  const text =
    unit &&
    ['/etc', '/lib', '/usr/lib'].map((at) => read(`${at}/systemd/system/${unit}`)).find(Boolean);
  if (text && /^ExecReload=.*--force/m.test(text))
    faults.push({
      severity: 'warning',
      place: unit,
      measured: 'a reload cuts meetings even when nothing has changed (--force)',
      threshold: 'a reload without --force',
      repair: `\`systemctl edit ${unit}\`: \`[Service]\`, \`ExecReload=\`, \`ExecReload=${running.command[0] ?? PROGRAM} reload --config ${file}\``,
    });
  return faults;
}

function cutsSilence({ transport, stream_timeout: stream }: Handler, file: string): Fault[] {
  const given = [transport?.read_timeout, transport?.write_timeout, stream]
    .filter((each) => each !== undefined && each !== 0)
    // In nanoseconds, or as one writes it.
    .map((each) => (typeof each === 'number' ? each / 1e9 : secondsOf(String(each), 1e-9)));
  const lowest = Math.min(Infinity, ...given);
  if (lowest > 2 * HEARTBEAT_SECONDS) return [];
  return [
    {
      severity: 'failure',
      place: file,
      measured: `sockets are cut after ${lowest} s`,
      threshold: `more than ${2 * HEARTBEAT_SECONDS} s`,
      repair: `${file}: take out read_timeout, write_timeout and stream_timeout, or set them to \`1h\``,
    },
  ];
}
