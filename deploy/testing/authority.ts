import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Agent, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { onTestFinished, vi } from 'vitest';
import { freePort } from '../../bench/free-port.ts';
import { program } from '../../tools/debian.ts';
import { caddyEnvironment, caddyProgram, ourCaddyfile } from './caddy.ts';
import { selfSigned } from './self-signed.ts';

/** What a certificate authority speaks, small enough for tests: Let’s Encrypt’s own. */
const pebble = program('pebble', 'pebble');

/** Why certificates cannot be asked for here; empty: they can. */
export const leftOut = [pebble, caddyProgram]
  .flatMap((each) => ('missing' in each ? [each.missing] : []))
  .join(', ');

export interface Certified {
  /** Caddy with our file, and a certificate from the authority. */
  readonly port: number;
  /** What browsers would have to trust. */
  readonly root: string;
  readonly stopAuthority: () => Promise<void>;
}

/** Our Caddyfile with a certificate that it has got by itself, gone when the test is finished. */
export async function certified(lifetimeSeconds: number): Promise<Certified> {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-acme-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const own = selfSigned(folder);
  const [api, management, plain, secure] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const settings = {
    listenAddress: `127.0.0.1:${api}`,
    managementListenAddress: `127.0.0.1:${management}`,
    certificate: own.certificate,
    privateKey: own.key,
    httpPort: plain,
    tlsPort: secure,
    certificateValidityPeriod: lifetimeSeconds,
  };
  const config = write(folder, 'pebble.json', JSON.stringify({ pebble: settings }));
  const authority = started(pebble, ['-config', config], {
    // It would wait for seconds, and refuse now and then, so that clients learn patience.
    PEBBLE_VA_NOSLEEP: '1',
    PEBBLE_WFE_NONCEREJECT: '0',
  });
  const root = write(
    folder,
    'root.pem',
    await vi.waitFor(() => read(`https://localhost:${management}/roots/0`), 10_000),
  );
  const issuer = `issuer acme {\n\t\t\tdir https://localhost:${api}/dir\n\t\t\ttrusted_roots ${own.certificate}\n\t\t}`;
  const tls = `tls {\n\t\t${issuer}\n\t}`;
  // It looks every ten minutes otherwise, which is often enough for months.
  const site = ourCaddyfile({ plain, secure }, tls, ['renew_interval 200ms']);
  const file = write(folder, 'Caddyfile', site);
  const environment = caddyEnvironment(folder, [await echo()]);
  started(caddyProgram, ['run', '--adapter', 'caddyfile', '--config', file], environment);
  await vi.waitFor(() => shown(secure), 20_000);
  return { port: secure, root, stopAuthority: () => stopped(authority) };
}

/** Which certificate somebody gets who comes now. */
export async function shown(port: number): Promise<{ serial: string; from: number; to: number }> {
  const socket = connect({ port, servername: 'localhost', rejectUnauthorized: false });
  try {
    await once(socket, 'secureConnect');
    const { serialNumber, valid_from, valid_to } = socket.getPeerCertificate();
    return { serial: serialNumber, from: Date.parse(valid_from), to: Date.parse(valid_to) };
  } finally {
    socket.destroy();
  }
}

/** A server that is ready, and answers on upgraded connections with what it hears. */
async function echo(): Promise<number> {
  const server = createServer((_, response) => response.end('ready'));
  server.on('upgrade', (_, socket) => {
    socket.on('error', () => socket.destroy());
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n',
    );
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // It listens on a port, so its address is one.
  return (server.address() as AddressInfo).port;
}

function started(
  found: typeof pebble,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  if (!('path' in found)) throw new Error(found.missing);
  const child = spawn(found.path, args, {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  onTestFinished(() => stopped(child));
  return child;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

function write(folder: string, name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function read(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // The authority of a test has signed its own address itself.
    const agent = new Agent({ rejectUnauthorized: false });
    const asking = request(url, { agent }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', reject);
      response.on('end', () => resolve(text));
    });
    asking.on('error', reject);
    asking.end();
  });
}
