import { findCaddy } from './proxies/caddy.ts';
import { findHaproxy } from './proxies/haproxy.ts';
import { findNginx } from './proxies/nginx.ts';
import type { Proxy, Unreadable } from './proxies/proxy.ts';

/** Every proxy of this machine that leads to one of these ports; those whose settings may not be read as well. */
export async function proxiesHere(
  ports: readonly number[],
  read: (path: string) => string | undefined,
): Promise<(Proxy | Unreadable)[]> {
  return [
    ...findNginx(ports, read),
    ...findHaproxy(ports, read),
    ...(await findCaddy(ports, read)),
  ];
}
