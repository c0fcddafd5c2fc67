import { describe, expect, test } from 'vitest';
import type { HereMessage } from '../messages/index.ts';
import { ANN, person, SMALL, stage, type Player, type StageOptions } from '../testing/index.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));
const on = (options?: StageOptions) => stage(breathe, options);
const BOB = { person: person('bob'), name: 'Bob' } as const;

/** What this connection believes about others, put together as a client does. */
function believed(player: Player): Pick<HereMessage, 'people' | 'writing'> {
  let people: HereMessage['people'] = {};
  let writing: HereMessage['writing'] = {};
  for (const message of player.of('here')) {
    people = message.all ? message.people : { ...people, ...message.people };
    writing = message.all ? message.writing : { ...writing, ...message.writing };
  }
  const here = Object.entries(people).filter(([, is]) => is !== null);
  const places = Object.entries(writing ?? {}).filter(([, where]) => where.length > 0);
  return { people: Object.fromEntries(here), writing: Object.fromEntries(places) };
}

describe('the fleeting lane', () => {
  test('[R27] others see the latest of what somebody says about themselves, ten times a second at most', async () => {
    const { clock, node, join, log, meeting } = await on();
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, BOB)];
    await clock.advance(500);
    const before = bob.of('here').length;
    for (let each = 0; each < 40; each++) {
      ann.tell({ t: 'now', at: SMALL, drag: { card: 'c1', over: `g${each}` } });
      await clock.advance(10);
    }
    await clock.advance(200);
    expect(bob.of('here').length - before).toBeLessThanOrEqual(5);
    expect(believed(bob).people[ANN]).toEqual({ at: SMALL, drag: { card: 'c1', over: 'g39' } });
    expect(log.entries(meeting)).toHaveLength(1);
  });

  test('[R28] in a quiet phase others learn where somebody is, and that anybody writes', async () => {
    const { clock, node, join } = await on({
      plan: { flow: [{ kind: 'small', settings: { quiet: true } }] },
    });
    const [one, two] = [node(), node()];
    const [ann, bob] = [join(one, {}), join(one, BOB)];
    const cy = join(two, { person: person('cy'), name: 'Cy' });
    await clock.advance(500);
    bob.tell({ t: 'now', at: SMALL, typing: 'prompt-2', drag: { card: 'c', over: null } });
    ann.tell({ t: 'now', at: SMALL, typing: 'prompt-1' });
    await clock.advance(500);
    const shown = {
      people: { [ANN]: { at: SMALL }, bob: { at: SMALL }, cy: { at: null } },
      writing: { [SMALL]: ['prompt-1', 'prompt-2'] },
    };
    expect([believed(ann), believed(bob), believed(cy)]).toEqual([shown, shown, shown]);
    const count = cy.of('here').length;
    bob.tell({ t: 'now', at: SMALL, typing: 'prompt-1' });
    ann.tell({ t: 'now', at: SMALL, typing: 'prompt-2' });
    await clock.advance(500);
    // They have changed places, and nobody can tell.
    expect(cy.of('here')).toHaveLength(count);
    ann.tell({ t: 'now', at: SMALL, typing: 'Bob is wrong about this' });
    bob.tell({ t: 'now', at: null, typing: 'prompt-3' });
    await clock.advance(500);
    expect(believed(cy)).toEqual({
      people: { ...shown.people, bob: { at: null } },
      writing: {},
    });
  });

  test('[R28] when a phase becomes quiet, what was to be seen of persons goes', async () => {
    const { clock, node, join } = await on();
    const [one, two] = [node(), node()];
    const [ann, bob] = [join(one, {}), join(two, BOB)];
    await clock.advance(500);
    ann.tell({ t: 'now', at: SMALL, typing: 'prompt-1' });
    await clock.advance(500);
    expect(believed(bob).people[ANN]).toEqual({ at: SMALL, typing: 'prompt-1' });
    bob.act('hush', { quiet: true });
    await clock.advance(500);
    expect(believed(bob)).toMatchObject({
      people: { [ANN]: { at: SMALL } },
      writing: { [SMALL]: ['prompt-1'] },
    });
    expect(believed(bob).people[ANN]).toEqual({ at: SMALL });
  });

  test('[R29] somebody is here while any connection is, and for a moment after the last', async () => {
    const { clock, node, join } = await on();
    const [one, two] = [node(), node()];
    const ann = join(one, {});
    const tabs = [join(one, BOB), join(one, BOB), join(two, BOB)];
    await clock.advance(500);
    tabs[0]?.tell({ t: 'now', at: SMALL, typing: 'x' });
    tabs[0]?.leave();
    await clock.advance(10_000);
    expect(believed(ann).people).toHaveProperty('bob');
    tabs[1]?.leave();
    await clock.advance(10_000);
    expect(believed(ann).people).toHaveProperty('bob');
    tabs[2]?.leave();
    await clock.advance(4_000);
    expect(believed(ann).people[BOB.person]).toMatchObject({ at: null });
    await clock.advance(2_000);
    expect(believed(ann).people).not.toHaveProperty('bob');
  });

  test('[R29] a moment of absence is not worth a word', async () => {
    const { clock, node, join } = await on();
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, BOB)];
    await clock.advance(500);
    const before = ann.of('here').length;
    bob.leave();
    await clock.advance(3_000);
    join(at, BOB);
    await clock.advance(10_000);
    expect(ann.of('here')).toHaveLength(before);
  });

  test('[R29] people of a node that fell silent are forgotten, those of a living one are not', async () => {
    let isSilent = false;
    const { clock, node, join } = await on({ fate: () => (isSilent ? [] : [0]) });
    const [ann] = [join(node(), {}), join(node(), BOB)];
    await clock.advance(120_000);
    expect(believed(ann).people).toHaveProperty('bob');
    isSilent = true;
    await clock.advance(40_000);
    isSilent = false;
    await clock.advance(30_000);
    expect(believed(ann).people).toHaveProperty('bob');
    isSilent = true;
    await clock.advance(60_000);
    expect(believed(ann).people).not.toHaveProperty('bob');
  });
});
