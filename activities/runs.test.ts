import type { Activity } from '@rondo/library';
import { loadActivities } from '@rondo/library/node';
import {
  inLanguage,
  outcomeOf,
  Refused,
  type Brought,
  type Outcome,
  type ParticipantId,
  type PhaseId,
} from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import { phases } from '@rondo/phases/domain';
import { phasesOnServer } from '@rondo/phases/server';
import {
  Asked,
  chanceOf,
  Expected,
  Given,
  markersIn,
  plays,
  type Chance,
} from '@rondo/phases/testing';
import { describe, expect, test } from 'vitest';
import { outcomeCsv } from '../apps/server/src/outcomes/csv.ts';
import { outcomeMarkdown } from '../apps/server/src/outcomes/markdown.ts';

const { activities } = await loadActivities(import.meta.dirname, phases);

const playOf = new Map(plays.map((play) => [play.kind, play]));

/** So many people come, where the activity is for as many. */
const PEOPLE = 5;
/** So many things are tried in each phase; where nothing has worked by then, up to the most. */
const TRIES = { usual: 40, most: 400 };

/** What a team brings along that has met before. */
const brought: Brought = {
  tasks: ['one', 'two', 'three'].map((id, index) => ({
    id: `task-${id}`,
    text: `Promise ${id}`,
    owner: null,
    ownerName: index === 0 ? null : `Owner ${id}`,
    due: index === 1 ? '2026-12-01' : null,
    meeting: 'An earlier one',
    since: 1_700_000_000_000 + index,
  })),
  agenda: ['one', 'two'].map((id, index) => ({
    id: `item-${id}`,
    text: `Item ${id}`,
    by: 'Ann',
    pinned: index === 0,
  })),
};

interface Run {
  s: Sitting;
  outcome: Outcome;
  /** What people wrote and nobody took back. */
  texts: string[];
  /** The phases in which something was done. */
  played: Set<PhaseId>;
}

/** A meeting of the activity in which everybody plays each phase, from the first to the end of the last. */
function run(activity: Activity, seed: number): Run {
  const chance = chanceOf(seed);
  const s = sitting(phasesOnServer, activity.flow, { seed, brought });
  const people = [s.host];
  while (people.length < Math.min(PEOPLE, activity.people.max))
    people.push(s.enter(`Name ${people.length}`));
  for (const person of people) s.present.add(person);
  const kept = { expected: new Expected(), given: new Given(), asked: new Asked() };
  const played = new Set<PhaseId>();
  for (const phase of s.doc.board.flow) {
    expect(s.doc.board.at).toBe(phase);
    for (let n = 0; n < TRIES.usual || (!played.has(phase) && n < TRIES.most); n++) {
      const who = chance.pick(people) ?? s.host;
      if (play(s, who, phase, chance, kept)) played.add(phase);
    }
    s.finish(phase);
  }
  const texts = [...kept.expected.texts(), ...kept.given.texts(), ...kept.asked.texts(s.doc.board)];
  s.end();
  return { s, outcome: outcomeOf(s.doc.board, phasesOnServer), texts, played };
}

/** One thing that comes to this person's mind; whether it was carried out. Anything but a refusal is a defect. */
function play(
  s: Sitting,
  me: ParticipantId,
  phase: PhaseId,
  chance: Chance,
  kept: { expected: Expected; given: Given; asked: Asked },
): boolean {
  const kind = s.doc.board.phases[phase]?.kind ?? null;
  const move = playOf
    .get(kind ?? '')
    ?.move({ view: s.view(me), me, phase, steers: me === s.host, chance });
  if (!move) return false;
  // Any move's arguments are an object; the type leaves that to the command.
  const args = move.args as Record<string, unknown>;
  try {
    s.run(me, phase, move.name, args);
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
  const what = { who: me, phase, kind, name: move.name, args };
  kept.expected.note(what);
  kept.given.note(what, s.doc.board);
  kept.asked.note(what);
  return true;
}

/** A seed of its own for each, which stays the same when others are added. */
const seedOf = (id: string): number =>
  [...id].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) % 2 ** 31, 7);

describe.each(activities.map((activity) => [activity.id, activity] as const))(
  '%s',
  (id, activity) => {
    test('runs from start to end, and what people wrote is in its outcome', () => {
      const { s, outcome, texts, played } = run(activity, seedOf(id));
      const { board } = s.doc;
      expect(board.status).toBe('ended');
      expect(Object.values(board.phases).map(({ status }) => status)).toEqual(
        activity.flow.map(() => 'done'),
      );
      expect(board.flow.filter((phase) => !played.has(phase))).toEqual([]);
      expect(outcome.phases.map(({ kind }) => kind)).toEqual(activity.flow.map(({ kind }) => kind));

      // Cards are always written, so there is something to look for.
      if (activity.flow.some(({ kind }) => kind === 'collect')) expect(texts).not.toEqual([]);
      const stored = JSON.stringify(outcome);
      const lost = texts.filter((text) => !stored.includes(JSON.stringify(text).slice(1, -1)));
      expect(lost).toEqual([]);

      for (const language of ['en', 'de'] as const) {
        const markdown = outcomeMarkdown(outcome, language, 'UTC');
        const csv = outcomeCsv(outcome, language);
        expect(`${markdown}${csv}`).not.toMatch(/undefined|\[object|NaN/);
        for (const { title, parts } of outcome.phases)
          // A question that nobody answered is left out.
          if (parts.some((part) => part.as !== 'answers' || part.answers.length > 0))
            expect(markdown).toContain(`## ${inLanguage(title, language)}`);
        const marks = new Set(markersIn(texts.join('\n')));
        expect(marks.difference(new Set(markersIn(markdown)))).toEqual(new Set());
        expect(marks.difference(new Set(markersIn(csv)))).toEqual(new Set());
      }
    });
  },
);
