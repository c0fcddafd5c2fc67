import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNginx, type Nginx } from './nginx.ts';

/** What Debian ships, and how many people it has room for. */
export const STOCK = { connections: 768, workers: 2, people: 800 };

/**
 * What Debian 12 installs as /etc/nginx/nginx.conf, with paths of its own, for two processors.
 * @param connections as low as its 768 are for 800 people, where fewer come
 */
export const stock = (connections: number): string => `user www-data;
worker_processes ${STOCK.workers};
pid nginx.pid;
error_log stderr;

events {
	worker_connections ${connections};
	# multi_accept on;
}

http {

	sendfile on;
	tcp_nopush on;
	types_hash_max_size 2048;
	default_type application/octet-stream;

	ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; # Dropping SSLv3, ref: POODLE
	ssl_prefer_server_ciphers on;

	access_log access.log;
	gzip on;

	include site.conf;
}
`;

interface Limits {
  /** Of each of its two workers. */
  readonly connections: number;
  readonly files: number;
  /** Where it listens, 127.0.0.1 unless said. */
  readonly addresses?: readonly string[];
}

/** The site of a careful operator, without encryption. */
const site = (
  port: number,
  server: number,
  addresses: readonly string[],
): string => `upstream rondo {
	server 127.0.0.1:${server};
}

server {
	${addresses.map((address) => `listen ${address}:${port};`).join(' ')}
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
`;

/** An nginx as it comes, with nothing but a site added. */
export interface StockNginx extends Nginx {
  readonly url: string;
}

export async function stockNginx(
  port: number,
  server: number,
  { connections, files, addresses = ['127.0.0.1'] }: Limits,
): Promise<StockNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-stock-'));
  const nginx = await startNginx(folder, {
    settings: {
      'nginx.conf': stock(connections),
      'site.conf': site(port, server, addresses),
    },
    files,
    address: addresses[0] ?? '127.0.0.1',
    port,
  });
  return {
    ...nginx,
    url: `http://localhost:${port}`,
    stop: async () => {
      await nginx.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
