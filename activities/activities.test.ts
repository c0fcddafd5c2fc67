import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  activityJsonSchema,
  CATEGORIES,
  parseActivity,
  problemLine,
  promptTitlesOf,
  type Category,
} from '@rondo/library';
import { findActivities } from '@rondo/library/find';
import { inSeason } from '@rondo/library/in-season';
import { loadActivities } from '@rondo/library/node';
import { inLanguage } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { describe, expect, test } from 'vitest';

const here = import.meta.dirname;
const { activities, problems } = await loadActivities(here, phases);
// The same objects for all searches: their words are taken apart once.
const searchable = activities.map((each) => ({ ...each, prompts: promptTitlesOf(each) }));

test('every file is in order', () => {
  expect(problems.map(problemLine)).toEqual([]);
});

test('the schema for editors is current (npm run tool activity-schema)', () => {
  const committed: unknown = JSON.parse(readFileSync(join(here, 'activity.schema.json'), 'utf8'));
  // Through JSON, because keys that are undefined do not reach the file.
  expect(committed).toEqual(JSON.parse(JSON.stringify(activityJsonSchema(phases))));
});

test('every file tells editors where the schema is', () => {
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  const without = files.filter(
    (file) =>
      !readFileSync(join(here, file), 'utf8').startsWith(
        '# yaml-language-server: $schema=../activity.schema.json\n',
      ),
  );
  expect(files.length).toBeGreaterThan(0);
  expect(without).toEqual([]);
});

interface StepsInSchema {
  properties: {
    flow: {
      items: {
        oneOf: { properties: { kind: { const: string }; settings: { properties?: object } } }[];
      };
    };
  };
}

describe('docs/add-an-activity.md', () => {
  const docs = readFileSync(join(here, '..', 'docs', 'add-an-activity.md'), 'utf8');
  const [example = ''] = docs
    .split('```yaml\n')
    .slice(1)
    .map((rest) => rest.split('```')[0]);
  const file = 'activities/team-health/ready-to-ship.yaml';

  test('shows an example that is in order', () => {
    const parsed = parseActivity(file, example, phases);
    expect(parsed).toMatchObject({ ok: true });
    const steps = parsed.ok ? parsed.activity.flow : [];
    expect(steps.reduce((sum, { minutes = 0 }) => sum + minutes, 0)).toBe(35);
  });

  test('shows what slips in it really look like', () => {
    const slips = example
      .replace('minutes: 35 ', 'minutes: half an hour ')
      .replace('[moss, amber]', '[moss, ambre]')
      .replace('- kind: rate', '- kind: vote\n  - kind: rate')
      .replace(', de: Kann warten', '');
    const parsed = parseActivity(file, slips, phases);
    const told = parsed.ok ? [] : parsed.problems.map(problemLine);
    expect(told).toHaveLength(4);
    for (const line of told) expect(docs).toContain(`${line}\n`);
  });

  // The schema is made of one object per kind; its type does not say so.
  const steps = (activityJsonSchema(phases) as unknown as StepsInSchema).properties.flow.items
    .oneOf;

  test.each(Object.values(phases).map((phase) => [phase.kind, phase] as const))(
    'names %s, what it needs and all its settings',
    (kind, phase) => {
      const row = docs.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`)) ?? '';
      const step = steps.find(({ properties }) => properties.kind.const === kind);
      const settings = Object.keys(step?.properties.settings.properties ?? {});
      expect(settings.filter((name) => !row.includes(`\`${name}\``))).toEqual([]);
      expect(row.split('|')[3]?.trim()).toBe(phase.needs.join(', '));
    },
  );

  test('names all categories', () => {
    expect(CATEGORIES.filter((category) => !docs.includes(`\`${category}\``))).toEqual([]);
  });
});

test('the formats that everybody asks for are there', () => {
  const retrospectives = activities
    .filter(({ category }) => category === 'retrospective')
    .map(({ id }) => id);
  expect(retrospectives.length).toBeGreaterThanOrEqual(45);
  expect(retrospectives).toEqual(
    expect.arrayContaining([
      'start-stop-continue',
      'glad-sad-mad',
      'four-ls',
      'sailboat',
      'lean-coffee',
      'developer-experience',
    ]),
  );
});

test('on any day of the year most retrospectives are there, and sooner or later all', () => {
  const retrospectives = activities.filter(({ category }) => category === 'retrospective');
  const seasonal = retrospectives.filter(({ season }) => season !== undefined);
  expect(seasonal.length).toBeGreaterThanOrEqual(8);
  expect(retrospectives.length - seasonal.length).toBeGreaterThanOrEqual(40);
  const days = Array.from({ length: 365 }, (_, day) =>
    new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(5, 10),
  );
  for (const activity of seasonal) {
    const shown = days.filter((day) => inSeason(activity, day)).length;
    // Wide enough for a feast that follows the moon, but no longer than a season is.
    expect([activity.id, shown >= 28 && shown <= 92]).toEqual([activity.id, true]);
  }
});

test('there are activities for every kind of meeting', () => {
  expect(activities.length).toBeGreaterThanOrEqual(190);
  expect(activities.map(({ id }) => id)).toContain('ship-report');
});

test.each([
  ['retrospective', 60],
  ['pre-mortem', 20],
  ['post-mortem', 20],
  ['workshop', 20],
  ['team-health', 12],
  ['strategy', 10],
  ['decision', 8],
  ['estimation', 7],
  ['feedback', 7],
  ['standup', 6],
  ['check-in', 6],
  ['one-on-one', 5],
  ['celebration', 5],
  ['ship-report', 3],
] satisfies [Category, number][])('there is a choice of %s activities', (category, atLeast) => {
  const ofCategory = activities.filter((activity) => activity.category === category);
  expect(ofCategory.length).toBeGreaterThanOrEqual(atLeast);
});

test('every kind of step is used somewhere', () => {
  const used = new Set(activities.flatMap(({ flow }) => flow.map(({ kind }) => kind)));
  expect([...used].sort()).toEqual(Object.keys(phases).sort());
});

test.each(['en', 'de'])('no two activities have the same name or repeat a keyword (%s)', (lang) => {
  const names = activities.map(({ name }) => inLanguage(name, lang).toLowerCase());
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  for (const { id, keywords } of activities) {
    const words = keywords[lang === 'de' ? 'de' : 'en'] ?? [];
    expect([id, new Set(words).size === words.length, words.length >= 3]).toEqual([id, true, true]);
  }
});

test.each([
  ['root cause', 'en', 'five-whys'],
  ['outage', 'en', 'when-the-lights-went-out'],
  ['Bereitschaft', 'de', 'on-call-week'],
  ['go-live', 'de', 'dress-rehearsal'],
  ['devil’s advocate', 'en', 'red-team'],
  ['Teamregeln', 'de', 'working-agreements'],
  ['360', 'en', 'peer-feedback'],
  ['weekly report', 'en', 'ship-report'],
  ['crazy eights', 'en', 'eight-in-eight'],
  ['Kleingruppen', 'de', 'rooms-full-of-ideas'],
  ['story mapping', 'de', 'story-map-light'],
  ['Auflockerung', 'de', 'two-true-one-made-up'],
])('whoever looks for “%s” (%s) finds %s', (query, lang, id) => {
  const found = findActivities(searchable, query, lang).map((activity) => activity.id);
  expect(found.slice(0, 5)).toContain(id);
});

describe.each(activities.map((activity) => [activity.id, activity] as const))(
  '%s',
  (_id, activity) => {
    test('promises the time that its steps take', () => {
      const minutes = activity.flow.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
      expect(minutes).toBe(activity.minutes);
    });

    test('gives the facilitator advice for every step', () => {
      expect(activity.flow.filter(({ tip }) => tip === undefined).map(({ kind }) => kind)).toEqual(
        [],
      );
    });

    test('is found first by its own name, in both languages', () => {
      for (const lang of ['en', 'de']) {
        const [first] = findActivities(searchable, inLanguage(activity.name, lang), lang);
        expect(first?.id).toBe(activity.id);
      }
    });
  },
);
