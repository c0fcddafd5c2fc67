import { finishPhase, type Id, type PlannedPhase } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { afterEach, expect, test, vi } from 'vitest';
import { openPlayground, type Playground } from '../playground.ts';
import { anyBrought, teammatesFor } from '../preview.ts';
import { bots } from './index.ts';

let open: Playground | null = null;
afterEach(() => {
  open?.close();
  open = null;
  vi.useRealTimers();
});

/** A device whose time moves on only when it is told to. */
function device(seed: number) {
  vi.useFakeTimers();
  let state = seed;
  let ids = 0;
  return {
    now: () => Date.now(),
    after: (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state / 2 ** 31;
    },
    id: <B extends string>() => `id${(ids += 1)}` as Id<B>,
    report: (defect: unknown) => {
      throw defect;
    },
  };
}

const options = ['tea', 'coffee', 'water'].map((id) => ({ id, label: id }));
const prompts = [{ id: 'any', title: 'Any', hue: 'moss' }];

/** Settings of the kinds that cannot do without, and the ways that are played differently. */
const played: Record<string, readonly object[]> = {
  collect: [{ prompts }],
  breakout: [{ prompts }],
  icebreaker: [{ mode: 'together' }],
  rate: [{ statements: [{ id: 'one', text: 'All is well' }] }],
  poll: [
    { way: 'single', options },
    { way: 'multiple', options },
    { way: 'ranked', options },
    { way: 'yes-no' },
    { way: 'fist' },
    { way: 'consent' },
    { way: 'single', open: true },
  ],
  rank: [{ topics: false }, { axes: { x: { label: 'Effort' }, y: { label: 'Impact' } } }],
};

test('teammates take part in every kind of step', () => {
  expect(Object.keys(bots).sort()).toEqual(Object.keys(phases).sort());
});

const steps = Object.keys(phases).flatMap((kind) =>
  (played[kind] ?? [{}]).map((settings) => [kind, settings] as const),
);

test.each(steps)('%s %o: teammates do their part while it is open', async (kind, settings) => {
  const flow: PlannedPhase[] = [
    { kind: 'icebreaker' },
    { kind: 'collect', settings: { prompts } },
    { kind, settings },
  ];
  open = await openPlayground(
    {
      name: 'Preview',
      activity: { id: 'preview', name: 'Preview' },
      flow,
      brought: anyBrought('en', 0),
      me: 'You',
      teammates: teammatesFor(flow, 'en'),
    },
    device(3),
  );
  const { client } = open;
  const board = () => client.getState().view!.board;
  for (let finished = 0; finished < 2; finished++) {
    // Long enough for everybody to come in, and to write a few cards.
    await vi.advanceTimersByTimeAsync(15_000);
    void client.send(null, finishPhase, { phase: board().at });
  }
  await vi.advanceTimersByTimeAsync(100);
  const seen = () => JSON.stringify([board().phases[board().at]?.state, board().groups]);
  expect(board().phases[board().at]?.kind).toBe(kind);
  // Who leads gives the first turn, and begins the first topic.
  const begin = phases[kind]?.commands[kind === 'updates' ? 'startRound' : 'openTopic'];
  if (begin) void client.send(board().at, begin, { topic: Object.keys(board().groups)[0] });
  await vi.advanceTimersByTimeAsync(100);
  const before = seen();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen()).not.toBe(before);
});
