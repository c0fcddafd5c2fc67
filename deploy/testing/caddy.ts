import { execFileSync } from 'node:child_process';
import { program } from '../../tools/debian.ts';
import { adapted } from './adapted.ts';

/** What runs our Caddyfile. */
export const caddyProgram = program('caddy', 'caddy');

/**
 * Our Caddyfile as a test can run it.
 * @param ports where it listens
 * @param tls where certificates come from, as a directive of the site
 * @param options more global options, a line each
 */
export function ourCaddyfile(
  { plain, secure }: { readonly plain: number; readonly secure: number },
  tls: string,
  options: readonly string[] = [],
): string {
  const site = adapted('Caddyfile', [
    [/^(\{\$RONDO_DOMAIN:localhost\} \{)$/, `$1\n\t${tls}`],
    // Debian 12 has Caddy 2.6, our file is for 2.7 and newer.
    ...(isBefore27()
      ? ([
          [/^\t+stream_close_delay .*$/, ''],
          [/lb_policy query id/, 'lb_policy ip_hash'],
        ] as const)
      : []),
  ]);
  const global = [
    'admin off',
    `http_port ${plain}`,
    `https_port ${secure}`,
    'skip_install_trust',
    ...options,
  ];
  return `{\n${global.map((line) => `\t${line}\n`).join('')}}\n${site}`;
}

/** Where it keeps what it stores, and which servers it asks. */
export const caddyEnvironment = (folder: string, servers: readonly number[]) => ({
  RONDO_DOMAIN: 'localhost',
  RONDO_UPSTREAMS: servers.map((port) => `127.0.0.1:${port}`).join(' '),
  XDG_DATA_HOME: folder,
  XDG_CONFIG_HOME: folder,
});

function isBefore27(): boolean {
  if (!('path' in caddyProgram)) return false;
  const said = execFileSync(caddyProgram.path, ['version'], { encoding: 'utf8' });
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(said) ?? []).map(Number);
  return major < 2 || (major === 2 && minor < 7);
}
