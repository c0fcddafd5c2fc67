import { adapted } from '../../deploy/testing/adapted.ts';
import type { KeyPair } from '../../deploy/testing/self-signed.ts';
import type { Listening } from '../../faults/rig/nginx.ts';

interface Site extends Listening {
  readonly name: string;
  readonly keyPair: KeyPair;
  /** The port of the Rondo behind it. */
  readonly server: number;
}

/** Our own file, with the limits that it comes with. */
export const wellSet = ({ name, keyPair, address, port, server }: Site): string =>
  adapted('nginx.conf', [
    [/^user www-data;$/, 'pid nginx.pid; error_log stderr;'],
    [/^ +listen \[::\]:(80|443) .*$/, ''],
    // Nobody in this story comes without encryption.
    [/listen 80 .*;$/, `listen ${address}:${server};`],
    [/listen 443 ssl/, `listen ${address}:${port} ssl`],
    [/server_name rondo\.example\.org;/, `server_name ${name};`],
    [/^( +ssl_certificate ).*;$/, `$1${keyPair.certificate};`],
    [/^( +ssl_certificate_key ).*;$/, `$1${keyPair.key};`],
    [/server 127\.0\.0\.1:3000/, `server 127.0.0.1:${server}`],
  ]);

/** The same file when the people of this machine are to be led on to another one, as docs/operations.md says it. */
export const ledOn = (settings: string, site: Site, to: string): string =>
  settings
    .replaceAll(`server 127.0.0.1:${site.server}`, `server ${to}:${site.port}`)
    .replaceAll(/proxy_pass http:\/\/(\w+);/g, (_, pool: string) =>
      [
        `proxy_pass https://${pool};`,
        'proxy_ssl_server_name on;',
        `proxy_ssl_name ${site.name};`,
        'proxy_ssl_verify on;',
        `proxy_ssl_trusted_certificate ${site.keyPair.certificate};`,
        // Both machines are this one: the other has to see from which address it is asked.
        `proxy_bind ${site.address};`,
      ].join('\n'),
    );

/** What an operator adds for Rondo, and does right: only the limits are nobody's business. */
export const site = (
  { name, keyPair, address, port, server }: Site,
  oldMachine: string,
): string => `map $http_upgrade $connection_upgrade {
	default upgrade;
	'' '';
}

upstream rondo {
	server 127.0.0.1:${server} max_fails=0;
	keepalive 16;
}

server {
	listen ${address}:${port} ssl;
	server_name ${name};
	ssl_certificate ${keyPair.certificate};
	ssl_certificate_key ${keyPair.key};
	set_real_ip_from ${oldMachine};
	real_ip_header X-Forwarded-For;

	location / {
		proxy_pass http://rondo;
		proxy_http_version 1.1;
		proxy_set_header Upgrade $http_upgrade;
		proxy_set_header Connection $connection_upgrade;
		proxy_set_header Host $http_host;
		proxy_set_header X-Forwarded-For $remote_addr;
		proxy_set_header X-Forwarded-Host $http_host;
		proxy_set_header X-Forwarded-Proto $scheme;
		proxy_read_timeout 1h;
		proxy_send_timeout 1h;
	}
}
`;
