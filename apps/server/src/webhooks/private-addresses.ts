import { BlockList, isIPv4, isIPv6 } from 'node:net';

// Where a webhook must not lead: to ourselves, to our neighbours, and to what only machines know of.
// IANA's special-purpose registries, without those that are reachable from everywhere.

/** Also refused where the network's own addresses are allowed: clouds answer there with credentials. */
const NEVER = blockList(
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['100.100.100.200', 32, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
  ['fd00:ec2::254', 128, 'ipv6'],
  ['100::', 64, 'ipv6'],
);

/** Of this machine and of networks that nobody else sees. */
const PRIVATE = blockList(
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
);

type Network = [address: string, prefix: number, family: 'ipv4' | 'ipv6'];

function blockList(...networks: Network[]): BlockList {
  const list = new BlockList();
  for (const network of networks) list.addSubnet(...network);
  return list;
}

/**
 * Whether something may be sent to this address.
 * @param allowPrivate also within our own network
 */
export function mayReach(address: string, allowPrivate: boolean): boolean {
  const plain = withinIpv6(address) ?? address;
  const family = isIPv4(plain) ? 'ipv4' : 'ipv6';
  if (family === 'ipv6' && !isIPv6(plain)) return false;
  return !NEVER.check(plain, family) && (allowPrivate || !PRIVATE.check(plain, family));
}

/** The IPv4 address that an IPv6 one stands for: mapped, compatible, NAT64, 6to4. */
function withinIpv6(address: string): string | null {
  if (!isIPv6(address)) return null;
  const words = expanded(address);
  const last = ipv4(words[6], words[7]);
  const begin = words.slice(0, 6).join(':');
  if (begin === '0:0:0:0:0:65535') return last;
  if (begin === '0:0:0:0:0:0' && words[6] !== 0) return last;
  // 64:ff9b::/96 and the local 64:ff9b:1::/48.
  if (words[0] === 0x64 && words[1] === 0xff9b) return last;
  if (words[0] === 0x2002) return ipv4(words[1], words[2]);
  return null;
}

function ipv4(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Its eight words as numbers. */
function expanded(address: string): number[] {
  // The parser of addresses in links knows every way to write one, and writes it in one way.
  const host = new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.slice(1, -1);
  const [before = '', after] = host.split('::');
  const numbers = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16));
  const [head, tail] = [numbers(before), numbers(after ?? '')];
  return after === undefined
    ? head
    : [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}
