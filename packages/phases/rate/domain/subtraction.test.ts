import type { ParticipantId, Registry } from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rate, type RateHand, type RateState } from './index.ts';

/**
 * An attacker who sees everything that is ever shown, asks for results as often as possible, opens
 * and closes the phase, shows people out and ends the meeting in between. Two proofs that nobody can
 * be told apart from a group smaller than promised:
 *
 * 1. What is added to a statement's result comes from `fewest` people at once, each of whom counts
 *    once and for good. So every sum and difference of results is one of whole groups.
 * 2. If two of a group had given each other's answer and comment, not a byte would be different.
 */
const CLOSE: Act = { does: 'close' };
const STATEMENTS = ['one', 'two', 'three'];
const PEOPLE = 12;
const POINTS = 3;
const registry: Registry = { rate };

/** What somebody thinks; null: skips it. */
type Profile = { value: number | null; comment: string }[];

type Act =
  | { does: 'fill' | 'handIn' | 'takeBack' | 'remove'; who: number }
  | { does: 'reveal' | 'close' | 'open' | 'again' };

const profile: fc.Arbitrary<Profile> = fc.array(
  fc.record({
    value: fc.option(fc.nat({ max: POINTS - 1 }), { freq: 6 }),
    comment: fc.constantFrom('', 'so', 'and so'),
  }),
  { minLength: STATEMENTS.length, maxLength: STATEMENTS.length },
);

const who = fc.nat({ max: PEOPLE - 1 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ does: fc.constant('fill' as const), who }) },
  { weight: 20, arbitrary: fc.record({ does: fc.constant('handIn' as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('takeBack' as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('remove' as const), who }) },
  { weight: 6, arbitrary: fc.constant({ does: 'reveal' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'close' as const }) },
  { weight: 2, arbitrary: fc.constant({ does: 'open' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'again' as const }) },
);

interface Block {
  statement: number;
  members: number[];
}

interface Played {
  /** All that everybody saw, after each act. */
  seen: string[];
  blocks: Block[];
  /** What was wrong with a block when it was shown. */
  wrong: string[];
}

function play(acts: readonly Act[], profiles: readonly Profile[], fewest: number): Played {
  const settings = {
    statements: STATEMENTS.map((id) => ({ id, text: id })),
    scale: { points: POINTS },
    fewest,
  };
  const s = sitting(registry, [{ kind: 'rate', settings }], { seed: 7 });
  const people = profiles.map((_, n) => s.enter(`P${n}`));
  const played: Played = { seen: [], blocks: [], wrong: [] };
  // Before the end of a meeting burns its hands, the phase closes: so it can be seen what that shows.
  for (const each of acts.flatMap((one) => (one.does === 'again' ? [CLOSE, one] : [one]))) {
    const before = snapshot(s);
    carryOut(s, each, people, profiles);
    played.seen.push(JSON.stringify(s.doc.board));
    if (each.does === 'again') continue;
    compare(before, snapshot(s), people, profiles, fewest, played);
  }
  carryOut(s, CLOSE, people, profiles);
  played.seen.push(JSON.stringify(s.doc.board));
  s.end();
  played.seen.push(JSON.stringify(s.outcome()));
  return played;
}

function snapshot(s: Sitting) {
  const { hands } = s.doc;
  const phase = s.phase('rate');
  return {
    state: s.phaseOf('rate').state as RateState,
    counted: (person: ParticipantId): RateHand['counted'] =>
      (hands[person]?.phases[phase] as RateHand | undefined)?.counted ?? {},
  };
}

function compare(
  before: ReturnType<typeof snapshot>,
  after: ReturnType<typeof snapshot>,
  people: readonly ParticipantId[],
  profiles: readonly Profile[],
  fewest: number,
  { blocks, wrong }: Played,
): void {
  STATEMENTS.forEach((id, statement) => {
    const members = people.flatMap((person, n) =>
      after.counted(person)[id] && !before.counted(person)[id] ? [n] : [],
    );
    const left = people.filter((each) => before.counted(each)[id] && !after.counted(each)[id]);
    const [old, now] = [before.state.results[id], after.state.results[id]];
    const added = Array.from(
      { length: POINTS },
      (_, point) => (now?.counts[point] ?? 0) - (old?.counts[point] ?? 0),
    );
    const given = Array.from(
      { length: POINTS },
      (_, point) => members.filter((n) => profiles[n]?.[statement]?.value === point).length,
    );
    const said = members.flatMap((n) => profiles[n]?.[statement]?.comment || []);
    const heard = (now?.comments ?? []).slice(old?.comments.length ?? 0);
    if (left.length > 0) wrong.push(`${left.join()} no longer counts in ${id}`);
    if (added.join() !== given.join()) wrong.push(`${id}: ${added.join()}, not ${given.join()}`);
    if (said.toSorted().join() !== heard.toSorted().join()) wrong.push(`${id}: ${heard.join()}`);
    if (members.length > 0 && members.length < fewest)
      wrong.push(`${id}: a group of ${members.length}`);
    if (members.length > 0) blocks.push({ statement, members });
  });
}

function carryOut(
  s: Sitting,
  each: Act,
  people: readonly ParticipantId[],
  profiles: readonly Profile[],
): void {
  const phase = s.phase('rate');
  switch (each.does) {
    case 'fill':
      STATEMENTS.forEach((statement, n) => {
        const { value, comment } = profiles[each.who]?.[n] ?? { value: null, comment: '' };
        const person = people[each.who]!;
        s.refusal(person, 'rate', 'setAnswer', { statement, value });
        s.refusal(person, 'rate', 'commentOn', { statement, text: comment });
      });
      return;
    case 'handIn':
    case 'takeBack':
      s.refusal(people[each.who]!, 'rate', each.does);
      return;
    case 'remove':
      s.refusal(s.host, null, 'removePerson', { person: people[each.who] });
      return;
    case 'reveal':
      s.refusal(s.host, 'rate', 'revealResults');
      return;
    case 'close':
      s.refusal(s.host, null, 'finishPhase', { phase });
      return;
    case 'open':
      s.refusal(s.host, null, 'openPhase', { phase });
      return;
    case 'again':
      s.end();
      s.run(s.host, null, 'reopenMeeting');
  }
}

/** The same people, two of whom have given each other's answer to one statement. */
function exchanged(
  profiles: readonly Profile[],
  statement: number,
  [a, b]: [number, number],
): Profile[] {
  const other = (n: number): number => (n === a ? b : n === b ? a : n);
  return profiles.map((all, n) =>
    all.map((each, index) => (index === statement ? profiles[other(n)]![index]! : each)),
  );
}

test('nobody can be told apart from the others with whom their answer was shown', () => {
  let groups = 0;
  let second = 0;
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 80, maxLength: 160 }),
      fc.array(profile, { minLength: PEOPLE, maxLength: PEOPLE }),
      fc.integer({ min: 3, max: 4 }),
      (acts, profiles, fewest) => {
        const { seen, blocks, wrong } = play(acts, profiles, fewest);
        expect(wrong).toEqual([]);
        groups += blocks.length;
        second += new Set(blocks.map(({ statement }) => statement)).size < blocks.length ? 1 : 0;
        for (const { statement, members } of blocks) {
          const [a, b] = [members[0]!, members.at(-1)!];
          // Of two meetings in a row, with hands burnt between them, both may be in a group of each.
          const both = blocks.filter((each) => each.statement === statement);
          if (both.some((each) => each.members.includes(a) !== each.members.includes(b))) continue;
          const twin = play(acts, exchanged(profiles, statement, [a, b]), fewest);
          expect(twin.seen).toEqual(seen);
        }
      },
    ),
    { numRuns: 60, seed: 11 },
  );
  // Otherwise nothing was put to the test.
  expect(groups).toBeGreaterThan(60);
  expect(second).toBeGreaterThan(0);
});
