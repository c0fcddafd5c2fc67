import type { TeamActivity } from '@rondo/contract';
import { describe, expect, test } from 'vitest';
import { countFilters, readFilters } from './filters.ts';
import { narrowed } from './narrowed.ts';
import { shelvesOf } from './shelves.ts';
import { today } from './today.ts';

function activity(id: string, differs: Partial<TeamActivity> = {}): TeamActivity {
  return {
    id,
    category: 'retrospective',
    name: { en: id, de: id },
    summary: '',
    purpose: '',
    minutes: 45,
    people: { min: 3, max: 12 },
    suits: ['live', 'async'],
    place: ['remote', 'room'],
    hues: ['moss'],
    keywords: { en: [] },
    prompts: [],
    flow: ['collect'],
    favourite: false,
    teamRuns: 0,
    lastRun: null,
    popular: null,
    ...differs,
  };
}

const none: ReadonlySet<string> = new Set();

const idsOf = (activities: readonly TeamActivity[]): string[] => activities.map(({ id }) => id);

describe('filters', () => {
  const quick = activity('quick', { minutes: 15, people: { min: 2, max: 5 }, place: ['room'] });
  const slow = activity('slow', { minutes: 90, suits: ['async'], category: 'decision' });
  const winter = activity('winter', { season: { from: '12-01', to: '01-06' }, teamRuns: 2 });
  const all = [quick, slow, winter];

  test.each([
    [{ minutes: 15 }, ['quick']],
    [{ minutes: 90 }, ['quick', 'slow']],
    [{ people: 2 }, ['quick']],
    [{ people: 5 }, ['quick', 'slow']],
    [{ way: 'live' as const }, ['quick']],
    [{ place: 'remote' as const }, ['slow']],
    [{ category: 'decision' }, ['slow']],
    [{ category: 'decision', minutes: 15 }, []],
    [{ never: true as const, q: 'slow' }, ['slow']],
    [{ minutes: 15, q: 'slow' }, []],
  ])('%j', (filters, expected) => {
    expect(idsOf(narrowed(all, filters, none, 'en', '06-15'))).toEqual(expected);
  });

  test('what is out of season is found by its words or its star, not by strolling', () => {
    expect(idsOf(narrowed(all, { people: 8 }, none, 'en', '12-24'))).toEqual(['slow', 'winter']);
    expect(idsOf(narrowed(all, { people: 8 }, none, 'en', '06-15'))).toEqual(['slow']);
    expect(idsOf(narrowed(all, { q: 'winter' }, none, 'en', '06-15'))).toEqual(['winter']);
    const marked = new Set(['winter']);
    expect(idsOf(narrowed(all, { favourites: true }, marked, 'en', '06-15'))).toEqual(['winter']);
  });

  test('an address is read as far as it makes sense', () => {
    expect(readFilters({ q: 360, minutes: 30, way: 'live', favourites: true })).toEqual({
      q: '360',
      minutes: 30,
      way: 'live',
      favourites: true,
    });
    const nonsense = { q: '', category: 7, minutes: 'soon', people: -1, way: 'up', never: 'yes' };
    expect(readFilters(nonsense)).toEqual({});
    expect(countFilters({ q: 'boat', minutes: 30, never: true })).toBe(2);
  });
});

describe('shelves', () => {
  const old = activity('old', { teamRuns: 1, lastRun: '2026-01-01T10:00:00.000Z' });
  const fresh = activity('fresh', { teamRuns: 3, lastRun: '2026-02-01T10:00:00.000Z', popular: 2 });
  const others = activity('others', { popular: 1, category: 'decision' });
  const winter = activity('winter', { season: { from: '12-01', to: '01-06' } });
  const never = activity('never');

  const namesOn = (activities: readonly TeamActivity[], day = '06-15', week = 1) =>
    Object.fromEntries(
      shelvesOf(activities, none, day, week).first.map((shelf) => [
        shelf.name,
        idsOf(shelf.activities),
      ]),
    );

  test('the latest first, the most popular first, and only what is in season', () => {
    expect(namesOn([old, fresh, others, winter, never])).toEqual({
      recent: ['fresh', 'old'],
      popular: ['others'],
      never: expect.arrayContaining(['others', 'never']),
    });
    expect(namesOn([winter, never], '01-02')).toEqual({ season: ['winter'] });
    const { first, categories } = shelvesOf(
      [winter, never, others],
      new Set(['winter']),
      '06-15',
      1,
    );
    expect(idsOf(categories.get('retrospective') ?? [])).toEqual(['never']);
    // Their own favourite is there all year.
    expect(idsOf(first[0]?.activities ?? [])).toEqual(['winter']);
  });

  test('what this team ran lately is not called popular again', () => {
    expect(namesOn([fresh, never])).not.toHaveProperty('popular');
  });

  test('other untried ones come to the front from week to week', () => {
    const many = [fresh, ...Array.from({ length: 30 }, (_, index) => activity(`a${index}`))];
    const firsts = [1, 2, 3, 4].map((week) => namesOn(many, '06-15', week)['never']?.[0]);
    expect(new Set(firsts).size).toBeGreaterThan(1);
    expect(namesOn(many, '06-15', 7)).toEqual(namesOn(many, '06-15', 7));
  });

  test('today is a day of this person’s calendar', () => {
    expect(today(new Date(2026, 2, 5, 23, 59))).toBe('03-05');
  });
});
