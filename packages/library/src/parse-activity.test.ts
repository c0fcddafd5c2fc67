import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseActivity } from './parse-activity.ts';
import { problemLine } from './problem.ts';
import { kinds } from './testing/kinds.ts';

const file = 'retrospective/good.yaml';

const good = `id: good
category: retrospective
name: { en: Good, de: Gut }
summary: { en: A good one., de: Eine gute. }
purpose: { en: For tests., de: Für Tests. }
minutes: 30
people: { min: 2, max: 9 }
hues: [moss]
keywords: { en: [], de: [] }
flow:
  - kind: chat
  - kind: gather
    settings:
      prompts:
        - { id: one, title: { en: One, de: Eins }, hue: moss }
        - id: two
          title: { en: Two, de: Zwei }
          hue: sky
  - kind: vote
    minutes: 5
`;

function problemsOf(text: string, languages?: []): string[] {
  const parsed = parseActivity(file, text, kinds, languages);
  return parsed.ok
    ? []
    : parsed.problems.map((problem) => problemLine(problem).slice(file.length + 1));
}

/** The good file with one slip in it. */
function withSlip(before: string, after: string): string {
  expect(good).toContain(before);
  return good.replace(before, after);
}

test('a good file becomes an activity whose settings are complete', () => {
  const parsed = parseActivity(file, good, kinds);
  expect(parsed).toMatchObject({
    ok: true,
    activity: { id: 'good', minutes: 30, people: { min: 2, max: 9 } },
  });
  expect(
    parsed.ok && parsed.activity.flow.map(({ kind, settings }) => [kind, settings]),
  ).toMatchObject([
    ['chat', { rounds: 1 }],
    ['gather', { anonymous: true, prompts: [{ id: 'one' }, { id: 'two' }] }],
    ['vote', { votes: 5 }],
  ]);
});

describe('a slip is told with its line and how to mend it', () => {
  test.each([
    // Names and places
    [
      'id: good',
      'id: bad',
      '1:1 id: The id is “bad”, but the file is called “good.yaml”; make both the same.',
    ],
    [
      'id: good',
      'id: Good One',
      '1:1 id: “Good One” may have only small letters, digits and single hyphens between them, such as “four-ls”.',
    ],
    [
      'category: retrospective',
      'category: strategy',
      '2:1 category: The category is “strategy”, but the file is in the folder “retrospective”; move the file or change the category.',
    ],
    [
      'category: retrospective',
      'category: retrospectiv',
      '2:1 category: “retrospectiv” is not known here; did you mean “retrospective”?',
    ],
    // Keys
    ['minutes: 30\n', '', '1:1 minutes: “minutes” is missing here; add “minutes: …”.'],
    [
      'minutes: 5',
      'minuets: 5',
      '20:5 flow[2].minuets: “minuets” does not belong here; correct its spelling or remove it.',
    ],
    ['minutes: 30', 'minutes: 30\nminutes: 31', '7:1 This key is there twice; keep one of them.'],
    [
      'minutes: 30',
      'minutes:',
      '6:1 minutes: Nothing stands here; write what belongs after the colon.',
    ],
    [
      'id: good',
      '__proto__: { a: 1 }\nid: good',
      '1:1 __proto__: “__proto__” does not belong here; correct its spelling or remove it.',
    ],
    // Values
    [
      'minutes: 30',
      'minutes: lots',
      '6:1 minutes: This must be a number, but it is the text “lots”.',
    ],
    ['minutes: 30', 'minutes: 0', '6:1 minutes: This number must be at least 1.'],
    ['max: 9', 'max: 1', '7:1 people: people.min is greater than people.max; swap them.'],
    [
      'hues: [moss]',
      'hues: moss',
      '8:1 hues: This must be a list, but it is the text “moss”. Put each item on its own line, with “- ” before it.',
    ],
    ['hues: [moss]', 'hues: []', '8:1 hues: This list must have at least 1 item.'],
    [
      'hue: sky',
      'hue: sly',
      '18:11 flow[1].settings.prompts[1].hue: “sly” is not known here; did you mean “sky”?',
    ],
    [
      'hue: sky',
      'hue: puce',
      '18:11 flow[1].settings.prompts[1].hue: “puce” is not known here; use “moss”, “clay” or “sky”.',
    ],
    [
      'id: two',
      'id: one',
      '16:11 flow[1].settings.prompts[1].id: “one” is already the id of an item above; give this one its own.',
    ],
    [
      'people: {',
      'season: { from: 12-15, to: 02-30 }\npeople: {',
      '7:24 season.to: “02-30” is not a day of the year; write month and day with two digits each, such as “12-31”.',
    ],
    [
      'people: {',
      'season: 12-15..01-10\npeople: {',
      '7:1 season: This must be a mapping, but it is the text “12-15..01-10”. Put each “key: value” on its own line, indented.',
    ],
    // Texts
    [', de: Gut', '', '3:1 name.de: The German text is missing; add “de: …”.'],
    [
      'keywords: { en: [], de: [] }',
      'keywords: { en: [] }',
      '9:1 keywords.de: The German text is missing; add “de: …”.',
    ],
    [
      '{ en: Good, de: Gut }',
      'Good',
      '3:1 name: This text is in one language only; write it as “en: …” and “de: …”.',
    ],
    [
      '{ en: Good, de: Gut }',
      '12',
      '3:1 name: This is read as the number 12; put it in quotes to make it a text.',
    ],
    ['en: Good', 'en: ""', '3:9 name.en: This text is empty; write something or remove the line.'],
    [
      'en: Good',
      `en: ${'x'.repeat(61)}`,
      '3:9 name.en: This text must have at most 60 characters.',
    ],
    // The flow
    ['kind: vote', 'kind: vot', '19:5 flow[2].kind: “vot” is not known here; did you mean “vote”?'],
    [
      'kind: vote',
      'kind: 7',
      '19:5 flow[2].kind: “7” is not known here; use “chat”, “gather” or “vote”.',
    ],
    [
      '  - kind: chat',
      '  - chat',
      '11:5 flow[0]: This must be a mapping, but it is the text “chat”. Put each “key: value” on its own line, indented.',
    ],
    [
      'kind: chat',
      'kind: vote',
      '11:5 flow[0].kind: “vote” needs cards, and no step before it gives them; put “gather” before it.',
    ],
    [
      'kind: chat',
      'kind: gather',
      '11:5 flow[0].settings.prompts: “prompts” is missing here; add “prompts: …”.',
    ],
    // YAML itself
    ['    minutes: 5', '\tminutes: 5', '20:1 A tab cannot indent in YAML; use two spaces.'],
    [
      '{ en: A good one.',
      '{ en: "A good one.',
      '4:16 This quote is never closed; put the same sign at the end of the text.',
    ],
    [
      '{ en: A good one., de: Eine gute. }',
      'What: a day',
      '4:10 A text with “: ” in it must stand in quotes.',
    ],
    [
      'en: Good',
      'en: *Good',
      '3:13 A text that starts with * must stand in quotes; YAML aliases are not used here.',
    ],
    [
      'en: Good',
      'en: @Good',
      '3:13 A text that starts with a sign such as @ or ` must stand in quotes.',
    ],
    [
      'en: Good',
      'en: !new Good',
      '3:13 Tags (words with “!”) are not used here; put the text in quotes.',
    ],
  ])('%j → %j', (before, after, expected) => {
    expect(problemsOf(withSlip(before, after))).toContain(expected);
  });

  test.each([
    ['nothing', '', '1:1 The file is empty; start from another activity of this folder.'],
    [
      'a word',
      'hello',
      '1:1 This must be a mapping, but it is the text “hello”. Put each “key: value” on its own line, indented.',
    ],
    [
      'thousands of brackets',
      '['.repeat(50_000),
      '1:41 This is nested too deep for an activity; make it flatter.',
    ],
    [
      'thousands of dashes',
      '- '.repeat(30_000),
      '1:81 This is nested too deep for an activity; make it flatter.',
    ],
    [
      'far too much',
      `a: ${'x'.repeat(64_000)}`,
      '1:1 The file has more than 64000 characters; make it shorter.',
    ],
    [
      'aliases that multiply',
      'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]',
      '2:8 A text that starts with * must stand in quotes; YAML aliases are not used here.',
    ],
    [
      'two documents',
      `${good}---\n${good}`,
      '21:1 One file holds one activity; remove the line “---” and what follows.',
    ],
  ])('%s instead of an activity', (_name, text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
  });
});

test('all slips of a file are told at once, in its order', () => {
  const text = withSlip('hues: [moss]', 'hues: [mos]')
    .replace('minutes: 30', 'minutes: 3000')
    .replace('vote', 'vot');
  expect(problemsOf(text).map((line) => line.split(' ')[1])).toEqual([
    'minutes:',
    'hues[0]:',
    'flow[2].kind:',
  ]);
});

test('what a team writes for itself may be in one language', () => {
  const text = withSlip('{ en: Good, de: Gut }', 'Unsere Retro')
    .replace(', de: Eine gute.', '')
    .replace('keywords: { en: [], de: [] }', 'keywords: { en: [ours] }');
  expect(problemsOf(text)).toHaveLength(3);
  expect(problemsOf(text, [])).toEqual([]);
});

test('no text whatever makes it throw, and each problem stands inside the file', () => {
  const lines = good.split('\n');
  const damage = fc.tuple(
    fc.nat(lines.length - 1),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (all) => {
      const damaged = [...lines];
      for (const [at, text, isInserted] of all) damaged.splice(at, isInserted ? 0 : 1, text);
      const parsed = parseActivity(file, damaged.join('\n'), kinds);
      if (parsed.ok) return;
      expect(parsed.problems.length).toBeGreaterThan(0);
      const height = damaged.join('\n').split('\n').length;
      for (const { line, column, message } of parsed.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(height);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(message).not.toMatch(/undefined|\[object/u);
      }
    }),
    { numRuns: 300 },
  );
});
