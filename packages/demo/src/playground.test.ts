import { endMeeting, finishPhase, type Id } from '@rondo/meeting';
import { afterEach, expect, test, vi } from 'vitest';
import { openPlayground, type Playground } from './playground.ts';
import { stories } from './stories/index.ts';

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
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  let ids = 0;
  return {
    now: () => Date.now(),
    after: (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random,
    id: <B extends string>() => `id${(ids += 1)}` as Id<B>,
    report: (defect: unknown) => {
      throw defect;
    },
  };
}

const teammate = (name: string) => ({
  name,
  pace: 1_500,
  says: {
    any: ['The deploy is slow', 'A slow deploy again', 'Lunch together'],
    icebreaker: ['A bike'],
    discuss: ['Let us measure it first.'],
  },
});

test('a whole retrospective with simulated teammates, in memory', async () => {
  const ports = device(7);
  open = await openPlayground(
    {
      name: 'Demo',
      activity: { id: 'demo', name: 'Demo' },
      flow: [
        { kind: 'icebreaker', settings: { mode: 'together' } },
        { kind: 'collect', settings: { prompts: [{ id: 'any', title: 'Any', hue: 'moss' }] } },
        { kind: 'group' },
        { kind: 'vote' },
        { kind: 'discuss' },
        { kind: 'wrap-up' },
      ],
      me: 'You',
      teammates: [teammate('Mia'), teammate('Tom'), teammate('Eva')],
    },
    ports,
  );
  const { client } = open;
  const view = () => client.getState().view;
  await vi.advanceTimersByTimeAsync(15_000);
  const finish = async (): Promise<void> => {
    const phase = view()!.board.at;
    void client.send(null, finishPhase, { phase });
    await vi.advanceTimersByTimeAsync(20_000);
  };
  expect(
    Object.values(view()!.board.people)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['Eva', 'Mia', 'Tom', 'You']);
  await finish();
  await finish();
  expect(Object.keys(view()!.board.cards).length).toBeGreaterThanOrEqual(6);
  await finish();
  await finish();
  await finish();
  void client.send(null, endMeeting, {});
  await vi.advanceTimersByTimeAsync(1_000);
  const outcome = JSON.stringify(open.outcome());
  expect(outcome).toContain('A bike');
  expect(outcome).toContain('The deploy is slow');
  expect(outcome).toContain('Let us measure it first.');
});

test.each(['en', 'de'] as const)('every story can be played to its end (%s)', async (language) => {
  for (const [name, story] of Object.entries(stories)) {
    open = await openPlayground({ ...story(language), me: 'You' }, device(11));
    const { client } = open;
    const at = () => client.getState().view!.board.at;
    for (const _ of story(language).flow) {
      await vi.advanceTimersByTimeAsync(60_000);
      void client.send(null, finishPhase, { phase: at() });
    }
    await vi.advanceTimersByTimeAsync(1_000);
    void client.send(null, endMeeting, {});
    await vi.advanceTimersByTimeAsync(1_000);
    expect(open.outcome()?.people.length, name).toBe(4);
    const said = story(language).teammates.flatMap(({ says }) =>
      Object.values(says).flatMap((words) => words.slice(0, 1)),
    );
    const outcome = JSON.stringify(open.outcome());
    const heard = said.filter((words) => outcome.includes(words));
    expect(heard.length, name).toBeGreaterThan(said.length / 2);
    open.close();
    open = null;
  }
});
