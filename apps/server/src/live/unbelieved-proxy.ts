import type { IncomingMessage } from 'node:http';
import { BlockList } from 'node:net';
import type { Logger } from 'pino';

/** Where reverse proxies stand: people who come from the internet are not here. */
const NEAR = new BlockList();
NEAR.addSubnet('10.0.0.0', 8);
NEAR.addSubnet('172.16.0.0', 12);
NEAR.addSubnet('192.168.0.0', 16);
NEAR.addSubnet('100.64.0.0', 10);
NEAR.addSubnet('fc00::', 7, 'ipv6');

/** So many proxies are told of; a cluster may have many. */
const MOST = 10;

/**
 * Says once of each neighbour that passes people on without being believed: all of them count as one
 * network address.
 * @param address whom the request is taken to come from
 */
export function noticeUnbelievedProxies(
  log: Logger,
): (request: IncomingMessage, address: string) => void {
  const told = new Set<string>();
  return ({ headers, socket }, address) => {
    if (headers['x-forwarded-for'] === undefined || told.has(address) || told.size >= MOST) return;
    const nearest = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
    const isNear = NEAR.check(nearest, nearest.includes(':') ? 'ipv6' : 'ipv4');
    if (nearest !== address || !isNear) return;
    told.add(address);
    log.warn(
      { proxy: address },
      'a neighbour passes people on, and is not in RONDO_TRUSTED_PROXIES: everybody behind it counts as one network address',
    );
  };
}
