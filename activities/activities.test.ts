import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { activityJsonSchema, parseActivity, problemLine, promptTitlesOf } from '@rondo/library';
import { findActivities } from '@rondo/library/find';
import { inSeason } from '@rondo/library/in-season';
import { loadActivities } from '@rondo/library/node';
import { inLanguage } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { describe, expect, test } from 'vitest';

const here = import.meta.dirname;
const { activities, problems } = await loadActivities(here, phases);

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

describe('docs/activities.md', () => {
  const docs = readFileSync(join(here, '..', 'docs', 'activities.md'), 'utf8');
  const [example = ''] = docs
    .split('```yaml\n')
    .slice(1)
    .map((rest) => rest.split('```')[0]);
  const file = 'activities/retrospective/two-good-questions.yaml';

  test('shows an example that is in order', () => {
    expect(parseActivity(file, example, phases)).toMatchObject({ ok: true });
  });

  test('shows what slips in it really look like', () => {
    const slips = example
      .replace('minutes: 30 ', 'minutes: half an hour ')
      .replace('[moss, amber]', '[moss, ambre]')
      .replace('- kind: collect', '- kind: vote\n  - kind: collect')
      .replace(', de: Geht besser', '');
    const parsed = parseActivity(file, slips, phases);
    const told = parsed.ok ? [] : parsed.problems.map(problemLine);
    expect(told).toHaveLength(4);
    for (const line of told) expect(docs).toContain(`${line}\n`);
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

test.each([
  ['pre-mortem', 15],
  ['post-mortem', 15],
  ['strategy', 8],
  ['feedback', 6],
])('there is a choice of %s activities', (category, atLeast) => {
  const ofCategory = activities.filter((activity) => activity.category === category);
  expect(ofCategory.length).toBeGreaterThanOrEqual(atLeast);
});

test.each([
  ['root cause', 'en', 'five-whys'],
  ['outage', 'en', 'when-the-lights-went-out'],
  ['Bereitschaft', 'de', 'on-call-week'],
  ['go-live', 'de', 'dress-rehearsal'],
  ['devil’s advocate', 'en', 'red-team'],
  ['Teamregeln', 'de', 'working-agreements'],
  ['360', 'en', 'peer-feedback'],
])('whoever looks for “%s” (%s) finds %s', (query, lang, id) => {
  const searchable = activities.map((each) => ({ ...each, prompts: promptTitlesOf(each) }));
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
      const searchable = activities.map((each) => ({ ...each, prompts: promptTitlesOf(each) }));
      for (const lang of ['en', 'de']) {
        const [first] = findActivities(searchable, inLanguage(activity.name, lang), lang);
        expect(first?.id).toBe(activity.id);
      }
    });
  },
);
