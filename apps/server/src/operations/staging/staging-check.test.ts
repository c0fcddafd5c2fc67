import { describe, expect, it } from 'vitest';
import { effectiveSettings } from '../../settings/effective.ts';
import type { Bundle, PeakMinute } from '../bundle/bundle.ts';
import type { Severity } from '../doctor/check.ts';
import { finding } from '../doctor/finding.ts';
import { oldPeak } from './old-peak.ts';
import { stagingCheck, stagingReport, type StagingLooks } from './staging-check.ts';

const AT = Date.parse('2026-11-20T18:00:00Z');
const DAY = 86_400_000;

function bundle(peaks: readonly PeakMinute[]): Bundle {
  return {
    about: { at: new Date(AT).toISOString(), host: 'old' },
    settings: effectiveSettings({ RONDO_SIGN_UP: 'invited' }),
    versions: {},
    limits: {},
    peaks: [...peaks],
    runs: [],
    files: {},
  };
}

const minute = (at: number, node: string, sockets: number): PeakMinute => [
  at,
  node,
  sockets,
  sockets / 10,
  sockets * 2,
  24,
];
const friday = bundle([
  minute(AT - DAY, 'one', 300),
  minute(AT - DAY, 'two', 500),
  minute(AT - 2 * DAY, 'one', 700),
  minute(AT - 40 * DAY, 'one', 9000),
]);

const wayIn = (severity: Severity) =>
  finding('public-address', severity, {
    measured: '1,200 open at once',
    threshold: '1,200 sockets at once',
    repair: 'worker_connections 16384;',
  });

/** A new machine on which all is well, and what it was asked. */
function machine(other: Partial<StagingLooks> = {}) {
  const asked: unknown[] = [];
  const looks: StagingLooks = {
    settings: effectiveSettings({ RONDO_SIGN_UP: 'invited', PORT: '4000' }),
    unreachable: () => Promise.resolve(undefined),
    examine: (peak) => {
      asked.push(peak.month.sockets);
      return Promise.resolve([wayIn('ok')]);
    },
    rehearse: (people) => {
      asked.push(people);
      return Promise.resolve({ passed: true, found: ['all got in'], todo: [], repair: '' });
    },
    ...other,
  };
  return { asked, looks };
}

const passed = async (looks: StagingLooks): Promise<boolean[]> =>
  (await stagingCheck(friday, looks)).map((part) => part.passed);

describe('the peak of the old server', () => {
  it('is the highest minute of four weeks, of all its servers together', () => {
    expect(oldPeak(friday).month).toEqual({
      sockets: 800,
      handshakes: 80,
      fileDescriptors: 1600,
      databaseConnections: 48,
    });
  });

  it('is nothing where nobody ever came', () => {
    expect(oldPeak(bundle([])).month.sockets).toBe(0);
  });
});

describe('the staging check', () => {
  it('passes a machine that is the old one; doctor and rehearsal have its peak', async () => {
    const { asked, looks } = machine();
    const parts = await stagingCheck(friday, looks);
    expect(parts.map((part) => part.passed)).toEqual([true, true, true]);
    expect(asked).toEqual([800, 1200]);
    expect(stagingReport(parts)).toContain('the DNS entry may move');
  });

  it('rehearses with some people also where the old server had none', async () => {
    const { asked, looks } = machine();
    await stagingCheck(bundle([]), looks);
    expect(asked).toEqual([0, 50]);
  });

  it('fails for a setting that is not the same, and says which', async () => {
    const { looks } = machine({ settings: effectiveSettings({ RONDO_SIGN_UP: 'open' }) });
    const [settings] = await stagingCheck(friday, looks);
    expect(settings).toMatchObject({
      passed: false,
      found: ['RONDO_SIGN_UP: invited on the old server, open here'],
      repair: 'rondo settings import <bundle> --force',
    });
    const ignoring = await stagingCheck(friday, looks, ['RONDO_SIGN_UP']);
    expect(ignoring[0]?.passed).toBe(true);
  });

  it.each([
    ['failure', false],
    ['warning', true],
    ['unknown', true],
  ] as const)('with a %s of the doctor: passed %j', async (severity, isPassed) => {
    const seen = {
      measured: '1,024 files',
      threshold: 'at least 6,400',
      repair: 'LimitNOFILE=65536',
    };
    const { looks } = machine({
      examine: () => Promise.resolve([wayIn('ok'), finding('file-descriptors', severity, seen)]),
    });
    expect(await passed(looks)).toEqual([true, isPassed, true]);
    const parts = await stagingCheck(friday, looks);
    expect(parts[1]?.repair).toBe(isPassed ? '' : 'LimitNOFILE=65536');
    const said = stagingReport(parts);
    expect(said.includes('→ file-descriptors: LimitNOFILE=65536')).toBe(!isPassed);
    expect(said.includes('Leave the DNS entry where it is.')).toBe(!isPassed);
  });

  it('fails when the doctor could not look through the address', async () => {
    for (const findings of [[], [wayIn('unknown')]]) {
      const { looks } = machine({ examine: () => Promise.resolve(findings) });
      expect(await passed(looks)).toEqual([true, false, true]);
    }
    const { looks } = machine({ examine: () => Promise.resolve([wayIn('warning')]) });
    expect(await passed(looks)).toEqual([true, true, true]);
  });

  it('fails when the rehearsal does, with the line that mends it', async () => {
    const { looks } = machine({
      rehearse: () =>
        Promise.resolve({
          passed: false,
          found: ['720 got in'],
          todo: ['worker_connections 16384;'],
          repair: 'worker_connections 16384;',
        }),
    });
    const parts = await stagingCheck(friday, looks);
    expect(parts.map((part) => part.passed)).toEqual([true, true, false]);
    expect(parts.map((part) => part.repair)).toEqual(['', '', 'worker_connections 16384;']);
    expect(stagingReport(parts)).toContain('→ worker_connections 16384;');
  });

  it('asks neither doctor nor rehearsal when nobody answers', async () => {
    const { asked, looks } = machine({
      unreachable: () => Promise.resolve('https://192.0.2.7 does not answer'),
    });
    expect(await passed(looks)).toEqual([true, false, false]);
    expect(asked).toEqual([]);
  });
});
