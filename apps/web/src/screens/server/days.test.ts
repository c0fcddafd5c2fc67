import type { AuditedAct } from '@rondo/contract';
import { expect, test } from 'vitest';
import { daysOf } from './days.ts';

let next = 100;
const act = (name: string, at: string, about: AuditedAct['about'] = {}): AuditedAct => ({
  n: next--,
  at,
  act: name,
  actor: null,
  network: null,
  about,
  hash: '',
});
const looked = (at: string, succeeded = 'true') =>
  act('operation-run', at, { kind: 'doctor', succeeded });
const day = (at: Date) => at.toISOString().slice(0, 10);

test('what the doctor did in a row is one entry, and remembers what went wrong', () => {
  const acts = [
    looked('2027-03-12T11:00:00Z'),
    looked('2027-03-12T10:00:00Z', 'false'),
    act('signed-in', '2027-03-12T09:30:00Z'),
    looked('2027-03-12T09:00:00Z'),
  ];
  const [today] = daysOf(acts, day);
  expect(
    today?.entries.map(({ act: { act: name }, times, failed }) => [name, times, failed]),
  ).toEqual([
    ['operation-run', 2, true],
    ['signed-in', 1, false],
    ['operation-run', 1, false],
  ]);
  expect(today?.entries[0]?.act).toBe(acts[0]);
});

test('what others do stays one by one', () => {
  const backup = (at: string) => act('operation-run', at, { kind: 'backup', succeeded: 'true' });
  const [today] = daysOf([backup('2027-03-12T09:00:00Z'), backup('2027-03-12T08:00:00Z')], day);
  expect(today?.entries).toHaveLength(2);
});

test('every day begins anew', () => {
  const days = daysOf([looked('2027-03-12T00:10:00Z'), looked('2027-03-11T23:10:00Z')], day);
  expect(days.map(({ day: name, entries }) => [name, entries.length])).toEqual([
    ['2027-03-12', 1],
    ['2027-03-11', 1],
  ]);
});
