import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bench/free-port.ts';
import { program, type Program } from '../../tools/debian.ts';
import { adapted } from './adapted.ts';
import { caddyEnvironment, caddyProgram, ourCaddyfile } from './caddy.ts';
import { selfSigned } from './self-signed.ts';

/** What is put in front of two servers. */
export interface Proxy {
  readonly name: string;
  readonly found: Program;
  /** Writes our file as it is meant for these ports, into the folder, and says how to check and run it. */
  readonly configure: (at: Ports, folder: string) => Configured;
}

interface Ports {
  readonly plain: number;
  readonly secure: number;
  readonly servers: readonly [number, number];
}

interface Configured {
  readonly check: readonly string[];
  readonly run: readonly string[];
  readonly reload?: NodeJS.Signals;
  readonly environment?: Readonly<Record<string, string>>;
}

const nginx: Proxy = {
  name: 'nginx',
  found: program('nginx', 'nginx-light'),
  configure: ({ plain, secure, servers: [one, two] }, folder) => {
    const file = write(
      folder,
      'nginx.conf',
      adapted('nginx.conf', [
        [/^user www-data;$/, ''],
        [/listen 80 /, `listen 127.0.0.1:${plain} `],
        [/listen 443 ssl/, `listen 127.0.0.1:${secure} ssl`],
        [/^ +listen \[::\]:(80|443) .*$/, ''],
        [/server_name rondo\.example\.org;/, 'server_name localhost;'],
        [/\/etc\/letsencrypt\/live\/rondo\.example\.org\//, `${folder}/`],
        [/server 127\.0\.0\.1:3000/, `server 127.0.0.1:${one}`],
        [/# server 10\.0\.0\.2:3000/, `server 127.0.0.1:${two}`],
      ]),
    );
    const args = ['-p', folder, '-c', file, '-e', 'stderr'];
    const pid = `pid ${folder}/nginx.pid; error_log stderr;`;
    return {
      check: [...args, '-t', '-g', pid],
      run: [...args, '-g', `${pid} daemon off;`],
      reload: 'SIGHUP',
    };
  },
};

const haproxy: Proxy = {
  name: 'HAProxy',
  found: program('haproxy', 'haproxy'),
  configure: ({ plain, secure, servers: [one, two] }, folder) => {
    const both = ['fullchain.pem', 'privkey.pem'].map((name) => readFileSync(join(folder, name)));
    writeFileSync(join(folder, 'rondo.pem'), Buffer.concat(both));
    const file = write(
      folder,
      'haproxy.cfg',
      adapted('haproxy.cfg', [
        [/bind :80 /, `bind 127.0.0.1:${plain} `],
        [/bind :443 /, `bind 127.0.0.1:${secure} `],
        [/\/etc\/haproxy\/rondo\.pem/, join(folder, 'rondo.pem')],
        // A machine for tests may not allow 100,000 files.
        [/maxconn 50000/, 'maxconn 400'],
        [/server one 127\.0\.0\.1:3000/, `server one 127.0.0.1:${one}`],
        [/# server two 10\.0\.0\.2:3000/, `server two 127.0.0.1:${two}`],
      ]),
    );
    return { check: ['-c', '-f', file], run: ['-db', '-f', file] };
  },
};

const caddy: Proxy = {
  name: 'Caddy',
  found: caddyProgram,
  configure: (ports, folder) => {
    const tls = `tls ${folder}/fullchain.pem ${folder}/privkey.pem`;
    const file = write(folder, 'Caddyfile', ourCaddyfile(ports, tls));
    return {
      check: ['validate', '--adapter', 'caddyfile', '--config', file],
      run: ['run', '--adapter', 'caddyfile', '--config', file],
      environment: caddyEnvironment(folder, ports.servers),
    };
  },
};

export const proxies: readonly Proxy[] = [nginx, haproxy, caddy];

function write(folder: string, name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

export interface RunningProxy {
  /** Such as `https://localhost:23456`. */
  readonly url: string;
  readonly plainUrl: string;
  /** What it says about our file, and whether it takes it. */
  readonly checked: { readonly ok: boolean; readonly said: string };
  readonly start: () => void;
  readonly reload: (() => void) | undefined;
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** Our file in front of two servers; checked, and not started yet. */
export async function prepared(
  { found, configure }: Proxy,
  servers: readonly [number, number],
  secure: number,
): Promise<RunningProxy> {
  if (!('path' in found)) throw new Error(found.missing);
  const { path } = found;
  const folder = mkdtempSync(join(tmpdir(), 'rondo-proxy-'));
  selfSigned(folder);
  const plain = await freePort();
  const configured = configure({ plain, secure, servers }, folder);
  const env = { ...process.env, ...configured.environment };
  let child: ChildProcess | undefined;
  let said = '';
  return {
    url: `https://localhost:${secure}`,
    plainUrl: `http://localhost:${plain}`,
    checked: check(path, configured.check, env),
    start: () => {
      child = spawn(path, configured.run, { env, stdio: ['ignore', 'ignore', 'pipe'] });
      child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    },
    reload: configured.reload && (() => child?.kill(configured.reload)),
    said: () => said,
    stop: async () => {
      if (child && child.exitCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function check(path: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  try {
    const said = execFileSync(path, args, { env, encoding: 'utf8', stdio: 'pipe' });
    return { ok: true, said };
  } catch (error) {
    return { ok: false, said: String(error) };
  }
}
