import { describe, expect, it } from 'vitest';
import { seeded } from '../seeded.ts';
import { explain, type Costs } from './costs.ts';
import { simulate, type Shape, type Upset } from './installation.ts';

const costs: Costs = {
  server: { batch: 200, command: 30, frame: 8, arrival: 500, tail: 30 },
  database: { batch: 200, entry: 10, arrival: 20, tail: 50 },
  commitMs: 2,
  memory: 25_000,
};
const shape: Shape = {
  people: 2_000,
  servers: 2,
  databaseCores: 2,
  actionsPerMinute: 6,
  hintMs: 1,
};
const run = (change: Partial<Shape> = {}, upset: Upset = {}) =>
  simulate({ ...shape, ...change }, costs, seeded(7), { seconds: 6, upset });

describe('costs', () => {
  it('are found again in what they explain, also where they were measured with errors', () => {
    const random = seeded(1);
    const observations = [
      [50, 100, 1_000],
      [400, 4_000, 40_000],
      [300, 9_000, 18_000],
      [40, 60, 15_000],
      [200, 800, 200_000],
    ].map((counts) => ({
      counts,
      us: counts.reduce((sum, count, i) => sum + count * ([200, 30, 8][i] ?? 0), 0),
    }));
    expect(explain(observations).map(Math.round)).toEqual([200, 30, 8]);
    const noisy = observations.map(({ counts, us }) => ({
      counts,
      us: us * (0.97 + 0.06 * random()),
    }));
    const [, , frame = 0] = explain(noisy);
    expect(frame).toBeGreaterThan(6);
    expect(frame).toBeLessThan(10);
  });

  it('are never below zero', () => {
    const observations = [
      { counts: [1, 10], us: 100 },
      { counts: [2, 10], us: 90 },
      { counts: [3, 10], us: 95 },
    ];
    expect(Math.min(...explain(observations))).toBeGreaterThanOrEqual(0);
  });
});

describe('an installation', () => {
  it('shows everything to everybody, and the same again for the same seed', () => {
    const seen = run();
    expect(seen.actions).toBeGreaterThan(1_000);
    // What was done in the last moments is on its way.
    expect(seen.open).toBeLessThan(20);
    expect(seen.p99).toBeGreaterThan(costs.commitMs);
    expect(run()).toEqual(seen);
  });

  it('that has too little is slow, and with more servers it is not', () => {
    // Slow machines need no crowd to have too little.
    const slow = { ...costs, server: { ...costs.server, command: 300, frame: 80 } };
    const crowd = { ...shape, people: 10_000, databaseCores: 64 };
    const slowest = (servers: number) =>
      simulate({ ...crowd, servers }, slow, seeded(7), { seconds: 6 }).p99;
    expect(slowest(1)).toBeGreaterThan(500);
    expect(slowest(16)).toBeLessThan(100);
  });

  it('whose people never share a server costs the database more than one server does', () => {
    expect(run({ servers: 8 }).databaseBusy).toBeGreaterThan(2 * run({ servers: 1 }).databaseBusy);
  });

  it('that loses a server has everybody back, and one whose database is gone makes up for it', () => {
    const lost = run({}, { serversLost: 1, backMs: 2_000 });
    expect(lost.backAfter).toBeGreaterThan(1_500);
    expect(lost.backAfter).toBeLessThan(3_500);
    const gone = run({}, { databaseGoneMs: 2_000 });
    expect(gone.worst).toBeGreaterThan(1_500);
    expect(gone.open).toBeLessThan(20);
  });
});
