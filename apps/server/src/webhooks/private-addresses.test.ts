import { expect, test } from 'vitest';
import { mayReach } from './private-addresses.ts';

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '198.18.0.1',
  '::1',
  'fd12:3456::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:10.0.0.1',
  '64:ff9b::10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
])('%s is of a private network: only where that is allowed', (address) => {
  expect([mayReach(address, false), mayReach(address, true)]).toEqual([
    false,
    // What stands for something else in a private network is allowed as that is.
    true,
  ]);
});

test.each([
  '169.254.169.254',
  '::ffff:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  'fe80::1',
  'fe80::1%eth0',
  'fd00:ec2::254',
  '0.0.0.0',
  '::',
  '224.0.0.1',
  '255.255.255.255',
  '100.100.100.200',
  'ff02::1',
  'no address',
])('%s is never reached', (address) => {
  expect([mayReach(address, false), mayReach(address, true)]).toEqual([false, false]);
});

test.each(['1.1.1.1', '172.32.0.1', '2606:4700::1111', '::ffff:1.1.1.1', '64:ff9b::1.1.1.1'])(
  '%s is reached by everybody',
  (address) => {
    expect(mayReach(address, false)).toBe(true);
  },
);
