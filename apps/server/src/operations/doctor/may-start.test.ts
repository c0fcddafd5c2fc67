import { expect, it } from 'vitest';
import { readSettings } from '../../settings/read.ts';
import { finding } from './finding.ts';
import { isPublic, whyNotStart } from './may-start.ts';

it.each([
  [undefined, false],
  ['http://localhost:3000', false],
  ['https://rondo.localhost', false],
  ['http://127.0.0.1:3000', false],
  ['http://[::1]:3000', false],
  ['http://192.168.1.5', true],
  ['https://rondo.example.org', true],
  ['https://127.example.org', true],
])('a server whose address is %s is in public: %s', (RONDO_PUBLIC_URL, expected) => {
  expect(isPublic(readSettings({ RONDO_PUBLIC_URL }))).toBe(expected);
});

const grave = finding('disk', 'failure', {
  place: '/data',
  measured: '0.1 GB free',
  threshold: 'at least 20 GB',
  repair: 'Give it a larger disk.',
  stopsPublic: true,
});
const light = finding('clock', 'failure', { measured: '6 s', threshold: '1 s', repair: 'Set it.' });

it.each([
  ['https://rondo.example.org', 'auto', grave, true],
  ['https://rondo.example.org', 'refuse', grave, true],
  ['https://rondo.example.org', 'warn', grave, false],
  ['https://rondo.example.org', 'auto', light, false],
  ['http://localhost:3000', 'auto', grave, false],
  ['http://localhost:3000', 'refuse', grave, true],
  [undefined, 'auto', grave, false],
  [undefined, 'refuse', light, false],
])(
  'at %s with RONDO_DOCTOR=%s, %j refuses: %s',
  (RONDO_PUBLIC_URL, RONDO_DOCTOR, what, expected) => {
    const settings = readSettings({ RONDO_PUBLIC_URL, RONDO_DOCTOR });
    expect(whyNotStart([what], settings) !== undefined).toBe(expected);
  },
);

it('the refusal says what is, what should be, the repair, and how to start nevertheless', () => {
  const why = whyNotStart([light, grave], readSettings({ RONDO_DOCTOR: 'refuse' }));
  expect(why).toBe(
    `People or data would be lost:
- disk (/data): is 0.1 GB free, should be at least 20 GB.
  Give it a larger disk.
  docs/doctor.md#disk
To start nevertheless: RONDO_DOCTOR=warn.`,
  );
});
