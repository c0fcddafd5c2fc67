import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { program } from '../../tools/debian.ts';

const found = program('nginx', 'nginx-light');
/** Why there is none; empty: there is one. */
export const noNginx = 'path' in found ? '' : found.missing;

interface Limits {
  readonly connections: number;
  /** Soft, as systemd gives it; the hard one is that of this shell. */
  readonly files: number;
}

/** What Debian 12 installs as /etc/nginx/nginx.conf, for two processors, and the site of a careful operator. */
const stock = (port: number, server: number, { connections }: Limits, logs: string): string =>
  `user www-data;
worker_processes 2;
error_log ${logs}/error.log;

events {
	worker_connections ${connections};
	# multi_accept on;
}

http {
	sendfile on;
	tcp_nopush on;
	types_hash_max_size 2048;
	default_type application/octet-stream;
	ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
	ssl_prefer_server_ciphers on;
	access_log ${logs}/access.log;
	gzip on;

	upstream rondo { server 127.0.0.1:${server}; }
	server {
		listen 127.0.0.1:${port};
		location / {
			proxy_pass http://rondo;
			proxy_http_version 1.1;
			proxy_set_header Host $http_host;
			proxy_set_header X-Forwarded-For $remote_addr;
			proxy_set_header Upgrade $http_upgrade;
			proxy_set_header Connection "upgrade";
			proxy_read_timeout 1h;
			proxy_send_timeout 1h;
		}
	}
}
`;

/** An nginx as it comes, with nothing but a site added. */
export interface StockNginx {
  readonly url: string;
  readonly file: string;
  /** `nginx -s reload`; resolves when every worker is one of the new settings. */
  readonly reload: () => Promise<void>;
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<void>;
}

export async function stockNginx(
  port: number,
  server: number,
  limits: Limits,
): Promise<StockNginx> {
  if (!('path' in found)) throw new Error(found.missing);
  const { path } = found;
  const folder = mkdtempSync(join(tmpdir(), 'rondo-stock-'));
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, stock(port, server, limits, folder));
  const args = ['-p', folder, '-c', file, '-e', `${folder}/error.log`];
  const only = `pid ${folder}/nginx.pid;`;
  const limited = ['-c', `ulimit -S -n ${limits.files}; exec "$@"`, 'sh', path];
  const child = spawn('sh', [...limited, ...args, '-g', `${only} daemon off;`], {
    stdio: 'ignore',
  });
  const gone = once(child, 'exit');
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  while (!(await answers(port))) {
    if (!isAlive()) throw new Error(readFileSync(`${folder}/error.log`, 'utf8'));
    await pause(10);
  }
  const workers = (): string =>
    readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim();
  return {
    url: `http://localhost:${port}`,
    file,
    isAlive,
    reload: async () => {
      const before = workers().split(' ');
      execFileSync(path, [...args, '-g', only, '-s', 'reload']);
      // Workers of before stay as long as they have people; new ones are beside them.
      for (;;) {
        const now = workers().split(' ');
        if (now.filter((pid) => !before.includes(pid)).length >= 2) return;
        await pause(10);
      }
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).once('error', () => resolve(false));
  });
}
