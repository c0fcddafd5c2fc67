import { disguise, interfere } from '@rondo/live/testing';
import type { Registry } from '@rondo/meeting';
import { describe, expect, test } from 'vitest';
import { phases } from '../domain.ts';
import { someKindsWith } from './flows.ts';
import { plays } from './plays.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

describe('two histories that differ only in what is hidden from somebody', () => {
  test.each(plays.map(({ kind, twin }) => ({ kind, hides: twin !== undefined })))(
    '[C10] give them the same bytes: $kind',
    async ({ kind, hides }) => {
      const wrong: string[] = [];
      let twins = 0;
      for (const seed of SEEDS) {
        const run = { seed, kind, registry: phases, plays, flow: someKindsWith(kind), breathe };
        const result = await interfere(run);
        twins += result.twins;
        if (result.difference !== null)
          wrong.push(`seed ${seed}, ${result.viewer}: ${result.difference}`);
        wrong.push(...result.leaks.map((leak) => `seed ${seed}: ${leak}`));
      }
      expect(wrong).toEqual([]);
      // Otherwise nothing was put to the test.
      if (hides) expect(twins).toBeGreaterThan(SEEDS.length);
    },
  );
});

/** The kinds, one of which gives something away. */
const withLeak = (
  kind: string,
  command: string,
  leak: (at: Leaky, args: never) => void,
): Registry => {
  const honest = phases[kind];
  const does = honest?.commands[command];
  if (!honest || !does) throw new Error(`no ${kind} ${command}`);
  const run = (at: never, args: never): void => {
    does.run(at, args);
    leak(at, args);
  };
  const commands = { ...honest.commands, [command]: { ...does, run } };
  return { ...phases, [kind]: { ...honest, commands } };
};

describe('who has written an anonymous card', () => {
  const prompts = [{ id: 'start', title: 'Start', hue: 'moss' }];
  const run = (seed: number, anonymous: boolean): Promise<string | null> =>
    disguise({
      seed,
      kind: 'collect',
      registry: phases,
      plays,
      breathe,
      flow: () => [{ kind: 'collect', settings: { prompts, anonymous } }, { kind: 'group' }],
      write: (chance) => ({
        name: 'addCard',
        args: {
          id: chance.id<'card'>(),
          group: chance.id<'group'>(),
          prompt: 'start',
          text: chance.text(),
        },
      }),
    });

  test('[C10] nobody else can tell, by not a byte, also when all cards are shown', async () => {
    const told = await Promise.all(SEEDS.map((seed) => run(seed, true)));
    expect(told.filter((difference) => difference !== null)).toEqual([]);
  });

  test('everybody can tell where cards are named: the test would have noticed', async () => {
    const told = await Promise.all(SEEDS.slice(0, 5).map((seed) => run(seed, false)));
    expect(told.every((difference) => difference !== null)).toBe(true);
  });
});

interface Leaky {
  state: Record<string, unknown>;
  me: string;
}

describe('the test for what is hidden', () => {
  test.each([
    {
      what: 'how long a face-down card is',
      kind: 'collect',
      registry: withLeak('collect', 'addCard', ({ state }, { text }: { text: string }) => {
        state['longest'] = text.length;
      }),
    },
    {
      what: 'what an answer begins with',
      kind: 'icebreaker',
      registry: withLeak(
        'icebreaker',
        'writeAnswer',
        ({ state }, args: { text: string | null }) => {
          state['hint'] = args.text?.slice(0, 1) ?? '';
        },
      ),
    },
    {
      what: 'which topic somebody gave votes to last',
      kind: 'vote',
      registry: withLeak('vote', 'setVotes', ({ state, me }, { topic }: { topic: string }) => {
        state[`last of ${me}`] = topic;
      }),
    },
  ])('notices a phase that gives away $what', async ({ kind, registry }) => {
    let noticed = 0;
    for (const seed of SEEDS.slice(0, 10)) {
      const run = { seed, kind, registry, plays, flow: someKindsWith(kind), breathe };
      const { difference } = await interfere(run);
      if (difference !== null) noticed++;
    }
    expect(noticed).toBeGreaterThan(0);
  });
});
