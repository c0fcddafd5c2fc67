import { expect, it } from 'vitest';
import { found, world } from '../testing/world.ts';
import { system } from './system.ts';

const at = (name: string, value: string | number, people: number, more = {}) =>
  found(
    system,
    world({ people, files: { [`/proc/sys/${name.replaceAll('.', '/')}`]: value, ...more } }),
    name,
  );

it.each([
  ['net.core.somaxconn', 4_096, 0, 'ok'],
  ['net.core.somaxconn', 4_095, 0, 'warning'],
  ['net.core.somaxconn', 128, 128, 'warning'],
  ['net.core.somaxconn', 128, 129, 'failure'],
  ['net.core.somaxconn', 4_096, 50_000, 'ok'],
  ['net.ipv4.tcp_max_syn_backlog', 1_024, 0, 'ok'],
  ['net.ipv4.tcp_max_syn_backlog', 1_023, 0, 'warning'],
  ['net.ipv4.tcp_max_syn_backlog', 1_999, 2_000, 'warning'],
  ['net.ipv4.tcp_max_syn_backlog', 2_000, 2_000, 'ok'],
  ['net.ipv4.tcp_max_syn_backlog', 4_096, 50_000, 'ok'],
  ['net.ipv4.ip_local_port_range', '32768\t60999\n', 7_058, 'ok'],
  ['net.ipv4.ip_local_port_range', '32768\t60999\n', 7_059, 'warning'],
  ['net.ipv4.ip_local_port_range', '32768\t60999\n', 14_116, 'warning'],
  ['net.ipv4.ip_local_port_range', '32768\t60999\n', 14_117, 'failure'],
  ['net.netfilter.nf_conntrack_max', 65_536, 8_192, 'ok'],
  ['net.netfilter.nf_conntrack_max', 65_536, 8_193, 'warning'],
  ['net.netfilter.nf_conntrack_max', 65_536, 16_384, 'warning'],
  ['net.netfilter.nf_conntrack_max', 65_536, 16_385, 'failure'],
])('%s = %s with %s people at the peak: %s', async (name, value, people, expected) => {
  const { severity, repair } = await at(name, value, people);
  expect(severity).toBe(expected);
  expect(repair.includes(`${name} = `)).toBe(expected !== 'ok');
});

it('connections that are followed now count as well', async () => {
  const count = '/proc/sys/net/netfilter/nf_conntrack_count';
  const name = 'net.netfilter.nf_conntrack_max';
  expect((await at(name, 1_000, 0, { [count]: 500 })).severity).toBe('warning');
  expect((await at(name, 1_000, 0, { [count]: 501 })).severity).toBe('failure');
});

it('says how much should fit, and the line that makes it', async () => {
  expect(await at('net.netfilter.nf_conntrack_max', 4_096, 2_000)).toMatchObject({
    measured: '4,096 connections, 0 now',
    threshold: 'at least 8,000, better 16,000, for 2,000 people',
    repair: expect.stringContaining("'net.netfilter.nf_conntrack_max = 16384' >> /etc/sysctl.d/"),
  });
  expect(await at('net.ipv4.ip_local_port_range', '1 100', 200)).toMatchObject({
    measured: '100 ports for 200 people',
    threshold: 'at least 400, better 800',
  });
});

it('a table of connections that is switched off is none', async () => {
  const name = '/proc/sys/net/netfilter/nf_conntrack_max';
  expect(await system.run(world({ files: { [name]: 0 } }))).toEqual([]);
});

it('what is not there is not looked at; another system than Linux is said to be one', async () => {
  expect(await system.run(world())).toEqual([]);
  const mac = world({ machine: { platform: 'darwin' } });
  expect((await found(system, mac)).severity).toBe('unknown');
});
