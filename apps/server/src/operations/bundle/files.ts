import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where proxies and systemd keep what matters for Rondo. Certificates and their keys stay where they are. */
const PLACES = [
  '/etc/nginx/nginx.conf',
  '/etc/nginx/conf.d',
  '/etc/nginx/sites-enabled',
  '/etc/caddy/Caddyfile',
  '/etc/haproxy/haproxy.cfg',
  '/etc/sysctl.conf',
  '/etc/sysctl.d',
  ...['rondo.service', 'rondo.socket', 'nginx.service', 'caddy.service', 'haproxy.service'].flatMap(
    (unit) => [`/etc/systemd/system/${unit}`, `/etc/systemd/system/${unit}.d`],
  ),
];

/** Longer ones are no configuration that a person wrote. */
const LONGEST = 200_000;

/** The texts of those that are there and may be read, by their path. @param root `/`; another folder for tests */
export function configurationFiles(root = '/'): Record<string, string> {
  const files: Record<string, string> = {};
  for (const place of PLACES) {
    for (const path of filesAt(root, place)) {
      const text = textAt(join(root, path));
      if (text !== undefined) files[path] = text;
    }
  }
  return files;
}

/** Lines that decide how many people a proxy carries and for how long: to be taken over by hand. */
const DECISIVE =
  /^\s*(worker_processes|worker_rlimit_nofile|worker_connections|worker_shutdown_timeout|proxy_(http_version|read_timeout|send_timeout|buffering)|proxy_set_header|keepalive|maxconn|timeout (tunnel|client|server)|hard-stop-after|stream_close_delay|flush_interval|lb_policy|Limit[A-Z]+=|TasksMax=|TimeoutStopSec=|KillMode=|Backlog=|net\.|fs\.)/;

/** The lines of the old machine's files that a file of this machine does not have. */
export function missingLines(
  there: Readonly<Record<string, string>>,
  here: Readonly<Record<string, string>>,
): { path: string; lines: string[] }[] {
  return Object.entries(there).flatMap(([path, text]) => {
    const own = new Set(linesOf(here[path] ?? ''));
    const lines = linesOf(text).filter((line) => DECISIVE.test(line) && !own.has(line));
    return lines.length === 0 ? [] : [{ path, lines: [...new Set(lines)] }];
  });
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}

function filesAt(root: string, place: string): string[] {
  return (
    whenReadable(() => {
      const full = join(root, place);
      if (!statSync(full).isDirectory()) return [place];
      return readdirSync(full)
        .sort()
        .map((name) => `${place}/${name}`);
    }) ?? []
  );
}

function textAt(file: string): string | undefined {
  return whenReadable(() => {
    const about = statSync(file);
    return about.isFile() && about.size <= LONGEST ? readFileSync(file, 'utf8') : undefined;
  });
}

/** What is not there or is not for us is not taken along: most machines have one proxy at most. */
function whenReadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
