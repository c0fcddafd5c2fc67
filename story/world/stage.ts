import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rondo, type Ran } from '../../apps/server/src/cli/testing/rondo.ts';
import { launch, type Launch } from '../../apps/server/src/operations/upgrade/testing/launch.ts';
import { freePort } from '../../bench/free-port.ts';
import { selfSigned, type KeyPair } from '../../deploy/testing/self-signed.ts';
import { noNginx, startNginx, type Listening, type Nginx } from '../../faults/rig/nginx.ts';
import { sharedDatabase, type SharedDatabase } from './database.ts';
import { dnsEntry, type Dns } from './dns.ts';

/** The Rondo of a machine. `stop` is what `systemctl stop rondo` does. */
export interface Server extends Launch {
  readonly environment: Readonly<Record<string, string>>;
}

/** One of the two machines: an address, an nginx and a Rondo of its own. */
export interface Machine extends Listening {
  /** Its own part of the disk. */
  readonly folder: string;
  /** The port of its Rondo, past nginx. */
  readonly server: number;
  /** What is true of this machine alone, whatever is imported. */
  readonly own: Readonly<Record<string, string>>;
  /** The one that was put up. */
  readonly nginx: () => Nginx;
  readonly putUpNginx: (settings: Readonly<Record<string, string>>) => Promise<Nginx>;
  readonly startServer: (environment: Readonly<Record<string, string>>) => Promise<Server>;
  /** `rondo …` as somebody types it here, with what their shell has. */
  readonly rondo: (
    environment: Readonly<Record<string, string>>,
    args: readonly string[],
    heard?: (line: string) => void,
  ) => Promise<Ran>;
}

export interface Stage {
  readonly folder: string;
  readonly name: string;
  readonly publicUrl: string;
  /** Of the public name. Both machines have it: the one moves to the other. */
  readonly keyPair: KeyPair;
  readonly dns: Dns;
  readonly database: SharedDatabase;
  readonly old: Machine;
  readonly fresh: Machine;
  /** Nothing of it is left. */
  readonly strike: () => Promise<void>;
}

const HERE = join(import.meta.dirname, '../..');
const NAME = 'rondo.test';
const PASSPHRASE = 'three quiet green owls';

/** Two machines, a database server and a DNS entry, all of it on the loopback network. Throws where there is no nginx. */
export async function setStage(): Promise<Stage> {
  if (noNginx !== '') throw new Error(`This story needs a real nginx: ${noNginx}.`);
  const folder = mkdtempSync(join(tmpdir(), 'rondo-story-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const keyPair = selfSigned(folder, NAME);
  const port = await freePort();
  const running: (() => Promise<unknown>)[] = [];

  const machine = async (name: string, address: string): Promise<Machine> => {
    const home = join(folder, name);
    mkdirSync(home);
    const server = await freePort();
    let nginx: Nginx | undefined;
    return {
      address,
      port,
      folder: home,
      server,
      own: { HOST: '127.0.0.1', PORT: String(server), RONDO_DATA: join(home, 'data') },
      nginx: () => {
        if (!nginx) throw new Error(`There is no nginx on ${address}.`);
        return nginx;
      },
      putUpNginx: async (settings) => {
        nginx = await startNginx(join(home, 'nginx'), { settings, address, port });
        running.push(nginx.stop);
        return nginx;
      },
      startServer: async (environment) => {
        const started = await launch(HERE, home, environment);
        running.push(() => started.stop());
        return { ...started, environment };
      },
      rondo: (environment, args, heard) => {
        // Both machines trust who has signed the certificate, as they trust everybody who signs for the web.
        const shell = { BUNDLE_PASSPHRASE: PASSPHRASE, NODE_EXTRA_CA_CERTS: keyPair.certificate };
        return rondo({ ...shell, ...environment }, args, { folder: home, heard });
      },
    };
  };
  const old = await machine('old', '127.0.0.2');
  const fresh = await machine('new', '127.0.0.3');
  const database = await sharedDatabase();
  return {
    folder,
    name: NAME,
    publicUrl: `https://${NAME}:${port}`,
    keyPair,
    dns: dnsEntry(NAME, folder, old.address),
    database,
    old,
    fresh,
    strike: async () => {
      await Promise.all(running.map((stop) => stop()));
      await database.stop();
    },
  };
}
