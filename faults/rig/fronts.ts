import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../bench/free-port.ts';
import { prepared, proxies, type RunningProxy } from '../../deploy/testing/proxies.ts';

/** A proxy with our file in front of two servers, that can be told to take its file anew. */
export interface Front extends Pick<RunningProxy, 'url' | 'start' | 'stop'> {
  readonly reload: () => Promise<void>;
}

export interface FrontKind {
  readonly name: string;
  /** Undefined: it is here. */
  readonly missing: string | undefined;
  readonly prepare: (servers: readonly [number, number], secure: number) => Promise<Front>;
}

type Configure = (typeof proxies)[number]['configure'];

/** As their services of Debian run and reload them. */
export const fronts: readonly FrontKind[] = proxies.map((proxy) => ({
  name: proxy.name,
  missing: 'path' in proxy.found ? undefined : proxy.found.missing,
  prepare: async (servers, secure) => {
    const admin = `127.0.0.1:${await freePort()}`;
    let reloads: (() => Promise<unknown>) | undefined;
    const configure: Configure = (at, folder) => {
      const configured = proxy.configure(at, folder);
      // A master that starts new workers: reloading needs one.
      if (proxy.name === 'HAProxy')
        return { ...configured, run: ['-W', ...configured.run], reload: 'SIGUSR2' };
      if (proxy.name !== 'Caddy') return configured;
      const file = join(folder, 'Caddyfile');
      const text = readFileSync(file, 'utf8');
      if (!text.includes('admin off')) throw new Error('the Caddyfile of tests has changed');
      writeFileSync(file, text.replace('admin off', `admin ${admin}`));
      const args = ['reload', '--force', '--adapter', 'caddyfile', '--config', file];
      const env = { ...process.env, ...configured.environment };
      reloads = () => promisify(execFile)('caddy', [...args, '--address', admin], { env });
      return configured;
    };
    const running = await prepared({ ...proxy, configure }, servers, secure);
    return {
      ...running,
      reload: async () => {
        if (reloads) await reloads();
        else if (running.reload) running.reload();
        else throw new Error(`nobody knows how ${proxy.name} is reloaded`);
      },
    };
  },
}));
