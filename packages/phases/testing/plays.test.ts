import { chanceOf, someBrought, type PhasePlay, type PlayAt } from '@rondo/live/testing';
import type { ParticipantId } from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import { describe, expect, test } from 'vitest';
import { phasesOnServer } from '../server.ts';
import { plays } from './plays.ts';

const prompts = [{ id: 'any', title: 'Any', hue: 'moss' }];
const SEEDS = Array.from({ length: 30 }, (_, seed) => seed);

/** A meeting with six cards, in a phase of the given kind. */
function start(kind: string, settings: unknown): Sitting {
  const flow = [
    { kind: 'collect', settings: { prompts } },
    { kind, settings },
  ];
  const s = sitting(phasesOnServer, flow, { brought: someBrought(chanceOf(1), []) });
  for (const person of ['Ann', 'Bo', 'Cy']) s.enter(person);
  for (let n = 0; n < 6; n++) {
    const card = { id: `card-${n}`, group: `group-${n}`, prompt: 'any', text: `Card ${n}` };
    s.run(s.host, 'collect', 'addCard', card);
  }
  s.finish('collect');
  return s;
}

/** Plays two histories that differ in what is hidden; gives how often they did. */
function playTwice(play: PhasePlay, seed: number): number {
  const chance = chanceOf(seed);
  const settings = play.settings(chance);
  const [one, other] = [start(play.kind, settings), start(play.kind, settings)];
  const phase = one.doc.board.at;
  // The ids of people: the same in both.
  const people = Object.keys(one.doc.board.people) as ParticipantId[];
  const twinChance = chanceOf(seed + 1_000);
  let different = 0;
  for (let n = 0; n < 80; n++) {
    const me = chance.pick(people) ?? one.host;
    const at = (s: Sitting, chance: PlayAt['chance']): PlayAt => ({
      view: s.view(me),
      me,
      phase,
      steers: me === s.host,
      chance,
    });
    const move = play.move(at(one, chance));
    // What is hidden is compared until it is shown.
    if (!move || move.name.startsWith('reveal')) continue;
    const twin = play.twin?.(move, at(one, chance), at(other, twinChance)) ?? null;
    if (!twin) continue;
    const run = (s: Sitting, each: typeof move) =>
      s.refusal(me, phase, each.name, each.args as object);
    const codes = [run(one, move), run(other, twin)];
    expect(codes[1], `seed ${seed}: ${JSON.stringify(move)} and ${JSON.stringify(twin)}`).toBe(
      codes[0],
    );
    expect(other.doc.board).toEqual(one.doc.board);
    different += Number(JSON.stringify(other.doc.hands) !== JSON.stringify(one.doc.hands));
  }
  return different;
}

describe.each(plays.filter(({ twin }) => twin))('a twin of $kind', (play) => {
  test('is as valid and looks the same to everybody else', () => {
    const different = SEEDS.map((seed) => playTwice(play, seed));
    expect(Math.max(...different)).toBeGreaterThan(0);
  });
});
