import { expect, test } from 'vitest';
import { count, leftOut } from './vitest.ts';

const report = {
  success: false,
  numPassedTests: 7,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [],
};

test('tests that were left out count as skipped', () => {
  expect(count(report, false)).toEqual({ passed: 7, failed: 1, skipped: 3 });
});

test('tests that were left out by a filter do not', () => {
  expect(count(report, true)).toEqual({ passed: 7, failed: 1, skipped: 0 });
});

test('a file that cannot be loaded is a failure, though none of its tests ran', () => {
  const broken = { name: 'broken.test.ts', status: 'failed', assertionResults: [] };
  const fine = {
    name: 'fine.test.ts',
    status: 'passed',
    assertionResults: [{ status: 'passed', fullName: 'fine' }],
  };
  const counts = count({ ...report, numFailedTests: 0, testResults: [broken, fine] }, false);
  expect(counts.failed).toBe(1);
});

test('tests that were left out are named', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'runs' },
    { status: 'pending', fullName: 'nginx (left out: nginx is not here)' },
  ];
  const file = { name: 'a.test.ts', status: 'passed', assertionResults };
  expect(leftOut({ testResults: [file] })).toEqual(['nginx (left out: nginx is not here)']);
});
